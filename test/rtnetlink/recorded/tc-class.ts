/** Classes of queueing disciplines. Recorded on Linux 6.1 and 7.2, without the counters where these add nothing; tc has the same keys and values. */
import type { Recorded } from "./recorded.ts";

export const tclass: readonly Recorded[] = [
  {
    title: "htb 1",
    command:
      "tc qdisc add dev v0 root handle 1: htb default 10 r2q 5; tc class add dev v0 parent 1: classid 1:1 htb rate 10mbit ceil 20mbit burst 15k cburst 20k; tc class add dev v0 parent 1:1 classid 1:10 htb rate 1mbit ceil 2mbit prio 3 quantum 3000 overhead 24 mpu 64; tc class add dev v0 parent 1:1 classid 1:20 htb rate 80gbit ceil 100gbit linklayer atm; tc qdisc add dev v0 parent 1:10 handle 20: fq_codel",
    bytes: `
      fc000000 2800 0000 00000000 00000000 // nlmsghdr: 252 bytes, RTM_NEWTCLASS
      00000000 83000000 10000100 01000100 00002000 // tcmsg: AF_UNSPEC, ifindex 131, handle, parent, info
      0800 0100 68746200 // TCA_KIND "htb"
      3400 0200 // TCA_OPTIONS
        3000 0100 00011800 00004000 48e80100 00011800 00004000 90d00300 400d0300 a0860100 // TCA_HTB_PARMS
          b80b0000 00000000 03000000
      0400 0900 // TCA_PAD
      5000 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
        1800 0400 00*12 400d0300 a0860100 // TCA_STATS_APP
      2c00 0300 00*40 // TCA_STATS
      0400 0900 // TCA_PAD
      1800 0400 00*12 400d0300 a0860100 // TCA_XSTATS`,
    ifindex: 131,
    bodies: [
      {
        class: "htb",
        handle: "1:10",
        dev: "if131",
        parent: "1:1",
        leaf: "0x20",
        prio: 3,
        quantum: 3000,
        rate: 125000,
        overhead: 24,
        ceil: 250000,
        linklayer: "ethernet",
        burst: 1600,
        burst_cell: 1,
        mpu_rate: 64,
        cburst: 1600,
        cburst_cell: 1,
        mpu_ceil: 64,
        level: 0,
        stats: {
          bytes: 0,
          packets: 0,
          drops: 0,
          overlimits: 0,
          requeues: 0,
          backlog: 0,
          qlen: 0,
          lended: 0,
          borrowed: 0,
          giants: 0,
          tokens: 200000,
          ctokens: 100000,
        },
      },
    ],
  },
  {
    title: "htb 2",
    command:
      "tc qdisc add dev v0 root handle 1: htb default 10 r2q 5; tc class add dev v0 parent 1: classid 1:1 htb rate 10mbit ceil 20mbit burst 15k cburst 20k; tc class add dev v0 parent 1:1 classid 1:10 htb rate 1mbit ceil 2mbit prio 3 quantum 3000 overhead 24 mpu 64; tc class add dev v0 parent 1:1 classid 1:20 htb rate 80gbit ceil 100gbit linklayer atm; tc qdisc add dev v0 parent 1:10 handle 20: fq_codel",
    bytes: `
      f8000000 2800 0000 00000000 00000000 // nlmsghdr: 248 bytes, RTM_NEWTCLASS
      00000000 83000000 01000100 ffffffff 00000000 // tcmsg: AF_UNSPEC, ifindex 131, handle, parent, info
      0800 0100 68746200 // TCA_KIND "htb"
      3400 0200 // TCA_OPTIONS
        3000 0100 00010000 00000000 d0121300 00010000 00000000 a0252600 00ee0200 00f40100 // TCA_HTB_PARMS
          400d0300 07000000 00000000
      5000 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
        1800 0400 00*13 ee020000 f40100 // TCA_STATS_APP
      2c00 0300 00*40 // TCA_STATS
      0400 0900 // TCA_PAD
      1800 0400 00*13 ee020000 f40100 // TCA_XSTATS`,
    ifindex: 131,
    bodies: [
      {
        class: "htb",
        handle: "1:1",
        dev: "if131",
        root: true,
        rate: 1250000,
        ceil: 2500000,
        linklayer: "ethernet",
        burst: 15360,
        burst_cell: 1,
        mpu_rate: 0,
        cburst: 20480,
        cburst_cell: 1,
        mpu_ceil: 0,
        level: 7,
        stats: {
          bytes: 0,
          packets: 0,
          drops: 0,
          overlimits: 0,
          requeues: 0,
          backlog: 0,
          qlen: 0,
          lended: 0,
          borrowed: 0,
          giants: 0,
          tokens: 192000,
          ctokens: 128000,
        },
      },
    ],
  },
  {
    title: "htb 3",
    command:
      "tc qdisc add dev v0 root handle 1: htb default 10 r2q 5; tc class add dev v0 parent 1: classid 1:1 htb rate 10mbit ceil 20mbit burst 15k cburst 20k; tc class add dev v0 parent 1:1 classid 1:10 htb rate 1mbit ceil 2mbit prio 3 quantum 3000 overhead 24 mpu 64; tc class add dev v0 parent 1:1 classid 1:20 htb rate 80gbit ceil 100gbit linklayer atm; tc qdisc add dev v0 parent 1:10 handle 20: fq_codel",
    bytes: `
      18010000 2800 0000 00000000 00000000 // nlmsghdr: 280 bytes, RTM_NEWTCLASS
      00000000 83000000 20000100 01000100 00000000 // tcmsg: AF_UNSPEC, ifindex 131, handle, parent, info
      0800 0100 68746200 // TCA_KIND "htb"
      5000 0200 // TCA_OPTIONS
        3000 0100 00020000 00000000 ffffffff 00020000 00000000 ffffffff 03000000 03000000 // TCA_HTB_PARMS
          400d0300 00000000 00000000
        0c00 0600 00e40b54 02000000 // TCA_HTB_RATE64
        0400 0800 // TCA_HTB_PAD
        0c00 0700 00dd0ee9 02000000 // TCA_HTB_CEIL64
      0400 0900 // TCA_PAD
      5000 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
        1800 0400 00*12 03000000 03000000 // TCA_STATS_APP
      2c00 0300 00*40 // TCA_STATS
      0400 0900 // TCA_PAD
      1800 0400 00*12 03000000 03000000 // TCA_XSTATS`,
    ifindex: 131,
    bodies: [
      {
        class: "htb",
        handle: "1:20",
        dev: "if131",
        parent: "1:1",
        prio: 0,
        quantum: 200000,
        rate: 10000000000,
        ceil: 12500000000,
        linklayer: "atm",
        burst: 1920,
        burst_cell: 1,
        mpu_rate: 0,
        cburst: 2400,
        cburst_cell: 1,
        mpu_ceil: 0,
        level: 0,
        stats: {
          bytes: 0,
          packets: 0,
          drops: 0,
          overlimits: 0,
          requeues: 0,
          backlog: 0,
          qlen: 0,
          lended: 0,
          borrowed: 0,
          giants: 0,
          tokens: 3,
          ctokens: 3,
        },
      },
    ],
  },
  {
    title: "hfsc 1",
    command:
      "tc qdisc add dev v0 root handle 1: hfsc default 10; tc class add dev v0 parent 1: classid 1:1 hfsc sc rate 10mbit ul rate 20mbit; tc class add dev v0 parent 1:1 classid 1:10 hfsc rt m1 1mbit d 10ms m2 500kbit ls m2 2mbit; tc class add dev v0 parent 1:1 classid 1:20 hfsc ls m1 5mbit d 20ms m2 1mbit ul m2 3mbit",
    bytes: `
      d8000000 2800 0000 00000000 00000000 // nlmsghdr: 216 bytes, RTM_NEWTCLASS
      00000000 85000000 00000100 ffffffff 00000000 // tcmsg: AF_UNSPEC, ifindex 133, handle, parent, info
      0900 0100 68667363 00 000000 // TCA_KIND "hfsc"
      0400 0200 // TCA_OPTIONS
      5400 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
        1c00 0400 00*20 02000000 // TCA_STATS_APP
      0400 0900 // TCA_PAD
      2c00 0300 00*40 // TCA_STATS
      0400 0900 // TCA_PAD
      1c00 0400 00*20 02000000 // TCA_XSTATS`,
    ifindex: 133,
    bodies: [
      {
        class: "hfsc",
        handle: "1:",
        dev: "if133",
        root: true,
        stats: {
          bytes: 0,
          packets: 0,
          drops: 0,
          overlimits: 0,
          requeues: 0,
          backlog: 0,
          qlen: 0,
          work: 0,
          rtwork: 0,
          period: 0,
          level: 2,
        },
      },
    ],
  },
  {
    title: "hfsc 2",
    command:
      "tc qdisc add dev v0 root handle 1: hfsc default 10; tc class add dev v0 parent 1: classid 1:1 hfsc sc rate 10mbit ul rate 20mbit; tc class add dev v0 parent 1:1 classid 1:10 hfsc rt m1 1mbit d 10ms m2 500kbit ls m2 2mbit; tc class add dev v0 parent 1:1 classid 1:20 hfsc ls m1 5mbit d 20ms m2 1mbit ul m2 3mbit",
    bytes: `
      08010000 2800 0000 00000000 00000000 // nlmsghdr: 264 bytes, RTM_NEWTCLASS
      00000000 85000000 01000100 00000100 00000000 // tcmsg: AF_UNSPEC, ifindex 133, handle, parent, info
      0900 0100 68667363 00 000000 // TCA_KIND "hfsc"
      3400 0200 // TCA_OPTIONS
        1000 0100 00000000 00000000 d0121300 // TCA_HFSC_RSC
        1000 0200 00000000 00000000 d0121300 // TCA_HFSC_FSC
        1000 0300 00000000 00000000 a0252600 // TCA_HFSC_USC
      5400 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
        1c00 0400 00*20 01000000 // TCA_STATS_APP
      0400 0900 // TCA_PAD
      2c00 0300 00*40 // TCA_STATS
      0400 0900 // TCA_PAD
      1c00 0400 00*20 01000000 // TCA_XSTATS`,
    ifindex: 133,
    bodies: [
      {
        class: "hfsc",
        handle: "1:1",
        dev: "if133",
        parent: "1:",
        sc: { m1: 0, d: 0, m2: 1250000 },
        ul: { m1: 0, d: 0, m2: 2500000 },
        stats: {
          bytes: 0,
          packets: 0,
          drops: 0,
          overlimits: 0,
          requeues: 0,
          backlog: 0,
          qlen: 0,
          work: 0,
          rtwork: 0,
          period: 0,
          level: 1,
        },
      },
    ],
  },
  {
    title: "hfsc 3",
    command:
      "tc qdisc add dev v0 root handle 1: hfsc default 10; tc class add dev v0 parent 1: classid 1:1 hfsc sc rate 10mbit ul rate 20mbit; tc class add dev v0 parent 1:1 classid 1:10 hfsc rt m1 1mbit d 10ms m2 500kbit ls m2 2mbit; tc class add dev v0 parent 1:1 classid 1:20 hfsc ls m1 5mbit d 20ms m2 1mbit ul m2 3mbit",
    bytes: `
      f8000000 2800 0000 00000000 00000000 // nlmsghdr: 248 bytes, RTM_NEWTCLASS
      00000000 85000000 10000100 01000100 00000000 // tcmsg: AF_UNSPEC, ifindex 133, handle, parent, info
      0900 0100 68667363 00 000000 // TCA_KIND "hfsc"
      2400 0200 // TCA_OPTIONS
        1000 0100 48e80100 10270000 24f40000 // TCA_HFSC_RSC
        1000 0200 00000000 00000000 90d00300 // TCA_HFSC_FSC
      5400 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
        1c00 0400 00*24 // TCA_STATS_APP
      0400 0900 // TCA_PAD
      2c00 0300 00*40 // TCA_STATS
      0400 0900 // TCA_PAD
      1c00 0400 00*24 // TCA_XSTATS`,
    ifindex: 133,
    bodies: [
      {
        class: "hfsc",
        handle: "1:10",
        dev: "if133",
        parent: "1:1",
        rt: { m1: 125000, d: 10000, m2: 62500 },
        ls: { m1: 0, d: 0, m2: 250000 },
        stats: {
          bytes: 0,
          packets: 0,
          drops: 0,
          overlimits: 0,
          requeues: 0,
          backlog: 0,
          qlen: 0,
          work: 0,
          rtwork: 0,
          period: 0,
          level: 0,
        },
      },
    ],
  },
  {
    title: "hfsc 4",
    command:
      "tc qdisc add dev v0 root handle 1: hfsc default 10; tc class add dev v0 parent 1: classid 1:1 hfsc sc rate 10mbit ul rate 20mbit; tc class add dev v0 parent 1:1 classid 1:10 hfsc rt m1 1mbit d 10ms m2 500kbit ls m2 2mbit; tc class add dev v0 parent 1:1 classid 1:20 hfsc ls m1 5mbit d 20ms m2 1mbit ul m2 3mbit",
    bytes: `
      f8000000 2800 0000 00000000 00000000 // nlmsghdr: 248 bytes, RTM_NEWTCLASS
      00000000 85000000 20000100 01000100 00000000 // tcmsg: AF_UNSPEC, ifindex 133, handle, parent, info
      0900 0100 68667363 00 000000 // TCA_KIND "hfsc"
      2400 0200 // TCA_OPTIONS
        1000 0200 68890900 204e0000 48e80100 // TCA_HFSC_FSC
        1000 0300 00000000 00000000 d8b80500 // TCA_HFSC_USC
      5400 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
        1c00 0400 00*24 // TCA_STATS_APP
      0400 0900 // TCA_PAD
      2c00 0300 00*40 // TCA_STATS
      0400 0900 // TCA_PAD
      1c00 0400 00*24 // TCA_XSTATS`,
    ifindex: 133,
    bodies: [
      {
        class: "hfsc",
        handle: "1:20",
        dev: "if133",
        parent: "1:1",
        ls: { m1: 625000, d: 20000, m2: 125000 },
        ul: { m1: 0, d: 0, m2: 375000 },
        stats: {
          bytes: 0,
          packets: 0,
          drops: 0,
          overlimits: 0,
          requeues: 0,
          backlog: 0,
          qlen: 0,
          work: 0,
          rtwork: 0,
          period: 0,
          level: 0,
        },
      },
    ],
  },
  {
    title: "drr 1",
    command:
      "tc qdisc add dev v0 root handle 1: drr; tc class add dev v0 parent 1: classid 1:1 drr quantum 1600; tc class add dev v0 parent 1: classid 1:2 drr",
    bytes: `
      38000000 2800 0000 00000000 00000000 // nlmsghdr: 56 bytes, RTM_NEWTCLASS
      00000000 87000000 01000100 ffffffff 00000000 // tcmsg: AF_UNSPEC, ifindex 135, handle, parent, info
      0800 0100 64727200 // TCA_KIND "drr"
      0c00 0200 // TCA_OPTIONS
        0800 0100 40060000 // TCA_DRR_QUANTUM 1600`,
    ifindex: 135,
    bodies: [{ class: "drr", handle: "1:1", dev: "if135", root: true, quantum: 1600, stats: {} }],
  },
  {
    title: "drr 2",
    command:
      "tc qdisc add dev v0 root handle 1: drr; tc class add dev v0 parent 1: classid 1:1 drr quantum 1600; tc class add dev v0 parent 1: classid 1:2 drr",
    bytes: `
      38000000 2800 0000 00000000 00000000 // nlmsghdr: 56 bytes, RTM_NEWTCLASS
      00000000 87000000 02000100 ffffffff 00000000 // tcmsg: AF_UNSPEC, ifindex 135, handle, parent, info
      0800 0100 64727200 // TCA_KIND "drr"
      0c00 0200 // TCA_OPTIONS
        0800 0100 ea050000 // TCA_DRR_QUANTUM 1514`,
    ifindex: 135,
    bodies: [{ class: "drr", handle: "1:2", dev: "if135", root: true, quantum: 1514, stats: {} }],
  },
  {
    title: "qfq 1",
    command:
      "tc qdisc add dev v0 root handle 1: qfq; tc class add dev v0 parent 1: classid 1:1 qfq weight 10; tc class add dev v0 parent 1: classid 1:2 qfq weight 5 maxpkt 2048",
    bytes: `
      40000000 2800 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWTCLASS
      00000000 89000000 01000100 ffffffff 00000000 // tcmsg: AF_UNSPEC, ifindex 137, handle, parent, info
      0800 0100 71667100 // TCA_KIND "qfq"
      1400 0200 // TCA_OPTIONS
        0800 0100 0a000000 // TCA_QFQ_WEIGHT 10
        0800 0200 ea050000 // TCA_QFQ_LMAX 1514`,
    ifindex: 137,
    bodies: [{ class: "qfq", handle: "1:1", dev: "if137", root: true, weight: 10, maxpkt: 1514, stats: {} }],
  },
  {
    title: "qfq 2",
    command:
      "tc qdisc add dev v0 root handle 1: qfq; tc class add dev v0 parent 1: classid 1:1 qfq weight 10; tc class add dev v0 parent 1: classid 1:2 qfq weight 5 maxpkt 2048",
    bytes: `
      40000000 2800 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWTCLASS
      00000000 89000000 02000100 ffffffff 00000000 // tcmsg: AF_UNSPEC, ifindex 137, handle, parent, info
      0800 0100 71667100 // TCA_KIND "qfq"
      1400 0200 // TCA_OPTIONS
        0800 0100 05000000 // TCA_QFQ_WEIGHT 5
        0800 0200 00080000 // TCA_QFQ_LMAX 2048`,
    ifindex: 137,
    bodies: [{ class: "qfq", handle: "1:2", dev: "if137", root: true, weight: 5, maxpkt: 2048, stats: {} }],
  },
  {
    title: "ets 1",
    command: "as tc asks for it: tc class add dev v0 parent 1: classid 1:3 ets quantum 3000",
    bytes: `
      38000000 2800 0000 00000000 00000000 // nlmsghdr: 56 bytes, RTM_NEWTCLASS
      00000000 03000000 03000100 00000100 00000000 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0800 0100 65747300 // TCA_KIND "ets"
      0c00 0280 // TCA_OPTIONS
        0800 0400 b80b0000 // TCA_ETS_QUANTA_BAND 3000`,
    ifindex: 3,
    bodies: [{ class: "ets", handle: "1:3", dev: "if3", parent: "1:", quantum: 3000, stats: {} }],
  },
  {
    title: "prio 1",
    command:
      "tc qdisc add dev v0 root handle 1: prio bands 3; tc qdisc add dev v0 parent 1:1 handle 11: pfifo; tc qdisc add dev v0 parent 1:2 handle 12: sfq",
    bytes: `
      30000000 2800 0000 00000000 00000000 // nlmsghdr: 48 bytes, RTM_NEWTCLASS
      00000000 8d000000 01000100 00000100 00001100 // tcmsg: AF_UNSPEC, ifindex 141, handle, parent, info
      0900 0100 7072696f 00 000000 // TCA_KIND "prio"`,
    ifindex: 141,
    bodies: [{ class: "prio", handle: "1:1", dev: "if141", parent: "1:", leaf: "0x11", stats: {} }],
  },
  {
    title: "prio 2",
    command:
      "tc qdisc add dev v0 root handle 1: prio bands 3; tc qdisc add dev v0 parent 1:1 handle 11: pfifo; tc qdisc add dev v0 parent 1:2 handle 12: sfq",
    bytes: `
      30000000 2800 0000 00000000 00000000 // nlmsghdr: 48 bytes, RTM_NEWTCLASS
      00000000 8d000000 02000100 00000100 00001200 // tcmsg: AF_UNSPEC, ifindex 141, handle, parent, info
      0900 0100 7072696f 00 000000 // TCA_KIND "prio"`,
    ifindex: 141,
    bodies: [{ class: "prio", handle: "1:2", dev: "if141", parent: "1:", leaf: "0x12", stats: {} }],
  },
  {
    title: "prio 3",
    command:
      "tc qdisc add dev v0 root handle 1: prio bands 3; tc qdisc add dev v0 parent 1:1 handle 11: pfifo; tc qdisc add dev v0 parent 1:2 handle 12: sfq",
    bytes: `
      30000000 2800 0000 00000000 00000000 // nlmsghdr: 48 bytes, RTM_NEWTCLASS
      00000000 8d000000 03000100 00000100 00000000 // tcmsg: AF_UNSPEC, ifindex 141, handle, parent, info
      0900 0100 7072696f 00 000000 // TCA_KIND "prio"`,
    ifindex: 141,
    bodies: [{ class: "prio", handle: "1:3", dev: "if141", parent: "1:", stats: {} }],
  },
];
