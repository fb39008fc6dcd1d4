/** Queueing disciplines. Recorded on Linux 6.1 and 7.2, without the counters where these add nothing; tc has the same keys and values. */
import type { Recorded } from "./recorded.ts";

export const qdisc: readonly Recorded[] = [
  {
    title: "pfifo limit 100",
    command: "tc qdisc add dev v0 root handle 1: pfifo limit 100",
    bytes: `
      40000000 2400 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWQDISC
      00000000 03000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0a00 0100 70666966 6f00 0000 // TCA_KIND "pfifo"
      0800 0200 64000000 // TCA_OPTIONS 100
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 3,
    bodies: [{ kind: "pfifo", handle: "1:", dev: "if3", root: true, refcnt: 5, options: { limit: 100 } }],
  },
  {
    title: "bfifo limit 100000",
    command: "tc qdisc add dev v0 root handle 1: bfifo limit 100000",
    bytes: `
      40000000 2400 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWQDISC
      00000000 05000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 5, handle, parent, info
      0a00 0100 62666966 6f00 0000 // TCA_KIND "bfifo"
      0800 0200 a0860100 // TCA_OPTIONS 100000
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 5,
    bodies: [{ kind: "bfifo", handle: "1:", dev: "if5", root: true, refcnt: 5, options: { limit: 100000 } }],
  },
  {
    title: "pfifo_head_drop limit 50",
    command: "tc qdisc add dev v0 root handle 1: pfifo_head_drop limit 50",
    bytes: `
      48000000 2400 0000 00000000 00000000 // nlmsghdr: 72 bytes, RTM_NEWQDISC
      00000000 07000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 7, handle, parent, info
      1400 0100 70666966 6f5f6865 61645f64 726f7000 // TCA_KIND "pfifo_head_drop"
      0800 0200 32000000 // TCA_OPTIONS 50
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 7,
    bodies: [
      { kind: "pfifo_head_drop", handle: "1:", dev: "if7", root: true, refcnt: 5, options: { limit: 50 } },
    ],
  },
  {
    title: "pfifo_fast",
    command: "tc qdisc add dev v0 root handle 1: pfifo_fast",
    bytes: `
      54000000 2400 0000 00000000 00000000 // nlmsghdr: 84 bytes, RTM_NEWQDISC
      00000000 09000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 9, handle, parent, info
      0f00 0100 70666966 6f5f6661 737400 00 // TCA_KIND "pfifo_fast"
      1800 0200 03000000 01020202 01020000 01010101 01010101 // TCA_OPTIONS
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 9,
    bodies: [
      {
        kind: "pfifo_fast",
        handle: "1:",
        dev: "if9",
        root: true,
        refcnt: 5,
        options: { bands: 3, priomap: [1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1], multiqueue: false },
      },
    ],
  },
  {
    title: "prio bands 4 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 3",
    command: "tc qdisc add dev v0 root handle 1: prio bands 4 priomap 1 2 2 2 1 2 0 0 1 1 1 1 1 1 1 3",
    bytes: `
      50000000 2400 0000 00000000 00000000 // nlmsghdr: 80 bytes, RTM_NEWQDISC
      00000000 0b000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 11, handle, parent, info
      0900 0100 7072696f 00 000000 // TCA_KIND "prio"
      1800 0200 04000000 01020202 01020000 01010101 01010103 // TCA_OPTIONS
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 11,
    bodies: [
      {
        kind: "prio",
        handle: "1:",
        dev: "if11",
        root: true,
        refcnt: 5,
        options: { bands: 4, priomap: [1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 3], multiqueue: false },
      },
    ],
  },
  {
    title: "multiq",
    command: "tc qdisc add dev v0 root handle 1: multiq",
    bytes: `
      40000000 2400 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWQDISC
      00000000 0d000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 13, handle, parent, info
      0b00 0100 6d756c74 697100 00 // TCA_KIND "multiq"
      0800 0200 04000400 // TCA_OPTIONS 262148
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 13,
    bodies: [
      {
        kind: "multiq",
        handle: "1:",
        dev: "if13",
        root: true,
        refcnt: 5,
        options: { bands: 4, max_bands: 4 },
      },
    ],
  },
  {
    title: "mq",
    command: "tc qdisc add dev v0 root handle 1: mq",
    bytes: `
      34000000 2400 0000 00000000 00000000 // nlmsghdr: 52 bytes, RTM_NEWQDISC
      00000000 0f000000 00000100 ffffffff 01000000 // tcmsg: AF_UNSPEC, ifindex 15, handle, parent, info
      0700 0100 6d7100 00 // TCA_KIND "mq"
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 15,
    bodies: [{ kind: "mq", handle: "1:", dev: "if15", root: true, options: {} }],
  },
  {
    title: "noqueue",
    command: "tc qdisc add dev v0 root handle 1: noqueue",
    bytes: `
      38000000 2400 0000 00000000 00000000 // nlmsghdr: 56 bytes, RTM_NEWQDISC
      00000000 11000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 17, handle, parent, info
      0c00 0100 6e6f7175 65756500 // TCA_KIND "noqueue"
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 17,
    bodies: [{ kind: "noqueue", handle: "1:", dev: "if17", root: true, refcnt: 5, options: {} }],
  },
  {
    title: "mqprio num_tc 2 map 0 0 0 0 1 1 1 1 0 0 0 0 0 0 0 0 queues 2@0 2@2 hw 0",
    command:
      "tc qdisc add dev v0 root handle 1: mqprio num_tc 2 map 0 0 0 0 1 1 1 1 0 0 0 0 0 0 0 0 queues 2@0 2@2 hw 0",
    bytes: `
      d0010000 2400 0000 00000000 00000000 // nlmsghdr: 464 bytes, RTM_NEWQDISC
      00000000 03000000 00000100 ffffffff 01000000 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0b00 0100 6d717072 696f00 00 // TCA_KIND "mqprio"
      9801 0200 02000000 00010101 01000000 00000000 00000200 02000000 00*28 02000000 00*28 // TCA_OPTIONS
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 00000000 // TCA_MQPRIO_TC_ENTRY_INDEX 0
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 01000000 // TCA_MQPRIO_TC_ENTRY_INDEX 1
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 02000000 // TCA_MQPRIO_TC_ENTRY_INDEX 2
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 03000000 // TCA_MQPRIO_TC_ENTRY_INDEX 3
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 04000000 // TCA_MQPRIO_TC_ENTRY_INDEX 4
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 05000000 // TCA_MQPRIO_TC_ENTRY_INDEX 5
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 06000000 // TCA_MQPRIO_TC_ENTRY_INDEX 6
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 07000000 // TCA_MQPRIO_TC_ENTRY_INDEX 7
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 08000000 // TCA_MQPRIO_TC_ENTRY_INDEX 8
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 09000000 // TCA_MQPRIO_TC_ENTRY_INDEX 9
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 0a000000 // TCA_MQPRIO_TC_ENTRY_INDEX 10
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 0b000000 // TCA_MQPRIO_TC_ENTRY_INDEX 11
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 0c000000 // TCA_MQPRIO_TC_ENTRY_INDEX 12
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 0d000000 // TCA_MQPRIO_TC_ENTRY_INDEX 13
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 0e000000 // TCA_MQPRIO_TC_ENTRY_INDEX 14
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
        1400 0580 // TCA_MQPRIO_TC_ENTRY
          0800 0100 0f000000 // TCA_MQPRIO_TC_ENTRY_INDEX 15
          0800 0200 01000000 // TCA_MQPRIO_TC_ENTRY_FP 1
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 3,
    bodies: [
      {
        kind: "mqprio",
        handle: "1:",
        dev: "if3",
        root: true,
        options: {
          tc: 2,
          map: [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
          queues: [
            [0, 1],
            [2, 3],
          ],
          mode: "dcb",
          shaper: "dcb",
          fp: ["E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E"],
        },
      },
    ],
  },
  {
    title:
      "fq limit 2000 flow_limit 50 quantum 3000 initial_quantum 9000 maxrate 10mbit defrate 5mbit low_rate_threshold 100kbit refill_delay 20ms ce_threshold 5ms orphan_mask 255 buckets 512 nopacing timer_slack 10us horizon 5s horizon_cap",
    command:
      "tc qdisc add dev v0 root handle 1: fq limit 2000 flow_limit 50 quantum 3000 initial_quantum 9000 maxrate 10mbit defrate 5mbit low_rate_threshold 100kbit refill_delay 20ms ce_threshold 5ms orphan_mask 255 buckets 512 nopacing timer_slack 10us horizon 5s horizon_cap",
    bytes: `
      6c020000 2400 0000 00000000 00000000 // nlmsghdr: 620 bytes, RTM_NEWQDISC
      00000000 07000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 7, handle, parent, info
      0700 0100 667100 00 // TCA_KIND "fq"
      a400 0200 // TCA_OPTIONS
        0800 0100 d0070000 // TCA_FQ_PLIMIT 2000
        0800 0200 32000000 // TCA_FQ_FLOW_PLIMIT 50
        0800 0300 b80b0000 // TCA_FQ_QUANTUM 3000
        0800 0400 28230000 // TCA_FQ_INITIAL_QUANTUM 9000
        0800 0500 00000000 // TCA_FQ_RATE_ENABLE 0
        0800 0700 d0121300 // TCA_FQ_FLOW_MAX_RATE 1250000
        0800 0900 204e0000 // TCA_FQ_FLOW_REFILL_DELAY 20000
        0800 0a00 ff000000 // TCA_FQ_ORPHAN_MASK 255
        0800 0b00 d4300000 // TCA_FQ_LOW_RATE_THRESHOLD 12500
        0800 0c00 88130000 // TCA_FQ_CE_THRESHOLD 5000
        0800 0800 09000000 // TCA_FQ_BUCKETS_LOG 9
        0800 0d00 10270000 // TCA_FQ_TIMER_SLACK 10000
        0800 0e00 404b4c00 // TCA_FQ_HORIZON 5000000
        0800 1200 00000000 // TCA_FQ_OFFLOAD_HORIZON 0
        0500 0f00 00 000000 // TCA_FQ_HORIZON_DROP 0
        1800 1000 03000000 01020202 01020000 01010101 01010101 // TCA_FQ_PRIOMAP
        1000 1100 00000900 00000300 00000100 // TCA_FQ_WEIGHTS
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0
      cc00 0700 // TCA_STATS2
        9c00 0400 00*56 8faccb56 ffffffff 00*88 // TCA_STATS_APP
        1400 0100 00*16 // TCA_STATS_BASIC
        1800 0300 00*20 // TCA_STATS_QUEUE
      2c00 0300 00*40 // TCA_STATS
      9c00 0400 00*56 8faccb56 ffffffff 00*88 // TCA_XSTATS`,
    ifindex: 7,
    bodies: [
      {
        kind: "fq",
        handle: "1:",
        dev: "if7",
        root: true,
        refcnt: 5,
        options: {
          limit: 2000,
          flow_limit: 50,
          buckets: 512,
          orphan_mask: 255,
          pacing: false,
          bands: 3,
          priomap: [1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1],
          weights: [589824, 196608, 65536],
          quantum: 3000,
          initial_quantum: 9000,
          maxrate: 1250000,
          low_rate_threshold: 12500,
          refill_delay: 20000,
          ce_threshold: 5000,
          timer_slack: 10000,
          horizon: 5000000,
          horizon_cap: true,
          offload_horizon: 0,
        },
        bytes: 0,
        packets: 0,
        drops: 0,
        overlimits: 0,
        requeues: 0,
        backlog: 0,
        qlen: 0,
        gc: 0,
        highprio: 0,
        retrans: 0,
        throttled: 0,
        flows_plimit: 0,
        pkts_too_long: 0,
        alloc_errors: 0,
        flows: 0,
        inactive: 0,
        throttled_flows: 0,
        latency: 0,
        ce_mark: 0,
        horizon_drops: 0,
        horizon_caps: 0,
        fastpath: 0,
        band0_drops: 0,
        band1_drops: 0,
        band2_drops: 0,
        band0_pkts: 0,
        band1_pkts: 0,
        band2_pkts: 0,
      },
    ],
  },
  {
    title:
      "fq_codel limit 500 flows 256 target 3ms interval 60ms quantum 300 noecn memory_limit 4Mb drop_batch 32",
    command:
      "tc qdisc add dev v0 root handle 1: fq_codel limit 500 flows 256 target 3ms interval 60ms quantum 300 noecn memory_limit 4Mb drop_batch 32",
    bytes: `
      48010000 2400 0000 00000000 00000000 // nlmsghdr: 328 bytes, RTM_NEWQDISC
      00000000 1d000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 29, handle, parent, info
      0d00 0100 66715f63 6f64656c 00 000000 // TCA_KIND "fq_codel"
      4400 0200 // TCA_OPTIONS
        0800 0100 b70b0000 // TCA_FQ_CODEL_TARGET 2999
        0800 0200 f4010000 // TCA_FQ_CODEL_LIMIT 500
        0800 0300 5fea0000 // TCA_FQ_CODEL_INTERVAL 59999
        0800 0400 00000000 // TCA_FQ_CODEL_ECN 0
        0800 0600 2c010000 // TCA_FQ_CODEL_QUANTUM 300
        0800 0800 20000000 // TCA_FQ_CODEL_DROP_BATCH_SIZE 32
        0800 0900 00004000 // TCA_FQ_CODEL_MEMORY_LIMIT 4194304
        0800 0500 00010000 // TCA_FQ_CODEL_FLOWS 256
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0
      0400 0900 // TCA_PAD
      6800 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        2c00 0400 00*40 // TCA_STATS_APP
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
      2c00 0300 00*40 // TCA_STATS
      0400 0900 // TCA_PAD
      2c00 0400 00*40 // TCA_XSTATS`,
    ifindex: 29,
    bodies: [
      {
        kind: "fq_codel",
        handle: "1:",
        dev: "if29",
        root: true,
        refcnt: 5,
        options: {
          limit: 500,
          flows: 256,
          quantum: 300,
          target: 2999,
          interval: 59999,
          memory_limit: 4194304,
          drop_batch: 32,
        },
        bytes: 0,
        packets: 0,
        drops: 0,
        overlimits: 0,
        requeues: 0,
        backlog: 0,
        qlen: 0,
        maxpacket: 0,
        drop_overlimit: 0,
        ecn_mark: 0,
        new_flow_count: 0,
        new_flows_len: 0,
        old_flows_len: 0,
        ce_mark: 0,
        memory_used: 0,
        drop_overmemory: 0,
      },
    ],
  },
  {
    title: "fq_codel ce_threshold 1ms ce_threshold_selector 0x1/0x3",
    command: "tc qdisc add dev v0 root handle 1: fq_codel ce_threshold 1ms ce_threshold_selector 0x1/0x3",
    bytes: `
      98000000 2400 0000 00000000 00000000 // nlmsghdr: 152 bytes, RTM_NEWQDISC
      00000000 1f000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 31, handle, parent, info
      0d00 0100 66715f63 6f64656c 00 000000 // TCA_KIND "fq_codel"
      5c00 0200 // TCA_OPTIONS
        0800 0100 87130000 // TCA_FQ_CODEL_TARGET 4999
        0800 0200 00280000 // TCA_FQ_CODEL_LIMIT 10240
        0800 0300 9f860100 // TCA_FQ_CODEL_INTERVAL 99999
        0800 0400 01000000 // TCA_FQ_CODEL_ECN 1
        0800 0600 ea050000 // TCA_FQ_CODEL_QUANTUM 1514
        0800 0800 40000000 // TCA_FQ_CODEL_DROP_BATCH_SIZE 64
        0800 0900 00000002 // TCA_FQ_CODEL_MEMORY_LIMIT 33554432
        0800 0500 00040000 // TCA_FQ_CODEL_FLOWS 1024
        0800 0700 e7030000 // TCA_FQ_CODEL_CE_THRESHOLD 999
        0500 0a00 01 000000 // TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR 1
        0500 0b00 03 000000 // TCA_FQ_CODEL_CE_THRESHOLD_MASK 3
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 31,
    bodies: [
      {
        kind: "fq_codel",
        handle: "1:",
        dev: "if31",
        root: true,
        refcnt: 5,
        options: {
          limit: 10240,
          flows: 1024,
          quantum: 1514,
          target: 4999,
          ce_threshold: 999,
          ce_threshold_selector: 1,
          ce_threshold_mask: 3,
          interval: 99999,
          memory_limit: 33554432,
          ecn: true,
          drop_batch: 64,
        },
      },
    ],
  },
  {
    title:
      "fq_pie limit 1000 flows 512 target 10ms tupdate 20ms alpha 3 beta 15 quantum 1000 memory_limit 1Mb ecn_prob 20 ecn bytemode dq_rate_estimator",
    command:
      "as tc asks for it: tc qdisc add dev v0 root handle 1: fq_pie limit 1000 flows 512 target 10ms tupdate 20ms alpha 3 beta 15 quantum 1000 memory_limit 1Mb ecn_prob 20 ecn bytemode dq_rate_estimator",
    bytes: `
      94000000 2400 0000 00000000 00000000 // nlmsghdr: 148 bytes, RTM_NEWQDISC
      00000000 03000000 00000100 ffffffff 00000000 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0b00 0100 66715f70 696500 00 // TCA_KIND "fq_pie"
      6400 0280 // TCA_OPTIONS
        0800 0100 e8030000 // TCA_FQ_PIE_LIMIT 1000
        0800 0200 00020000 // TCA_FQ_PIE_FLOWS 512
        0800 0300 10270000 // TCA_FQ_PIE_TARGET 10000
        0800 0400 204e0000 // TCA_FQ_PIE_TUPDATE 20000
        0800 0500 03000000 // TCA_FQ_PIE_ALPHA 3
        0800 0600 0f000000 // TCA_FQ_PIE_BETA 15
        0800 0700 e8030000 // TCA_FQ_PIE_QUANTUM 1000
        0800 0800 00001000 // TCA_FQ_PIE_MEMORY_LIMIT 1048576
        0800 0900 14000000 // TCA_FQ_PIE_ECN_PROB 20
        0800 0a00 01000000 // TCA_FQ_PIE_ECN 1
        0800 0b00 01000000 // TCA_FQ_PIE_BYTEMODE 1
        0800 0c00 01000000 // TCA_FQ_PIE_DQ_RATE_ESTIMATOR 1`,
    ifindex: 3,
    bodies: [
      {
        kind: "fq_pie",
        handle: "1:",
        dev: "if3",
        root: true,
        refcnt: 0,
        options: {
          limit: 1000,
          flows: 512,
          target: 10000,
          tupdate: 20000,
          alpha: 3,
          beta: 15,
          quantum: 1000,
          memory_limit: 1048576,
          ecn_prob: 20,
          ecn: true,
          bytemode: true,
          dq_rate_estimator: true,
        },
      },
    ],
  },
  {
    title: "codel limit 100 target 10ms interval 200ms ecn ce_threshold 2ms",
    command:
      "tc qdisc add dev v0 root handle 1: codel limit 100 target 10ms interval 200ms ecn ce_threshold 2ms",
    bytes: `
      64000000 2400 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWQDISC
      00000000 27000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 39, handle, parent, info
      0a00 0100 636f6465 6c00 0000 // TCA_KIND "codel"
      2c00 0200 // TCA_OPTIONS
        0800 0100 0f270000 // TCA_CODEL_TARGET 9999
        0800 0200 64000000 // TCA_CODEL_LIMIT 100
        0800 0300 3f0d0300 // TCA_CODEL_INTERVAL 199999
        0800 0400 01000000 // TCA_CODEL_ECN 1
        0800 0500 cf070000 // TCA_CODEL_CE_THRESHOLD 1999
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 39,
    bodies: [
      {
        kind: "codel",
        handle: "1:",
        dev: "if39",
        root: true,
        refcnt: 5,
        options: { limit: 100, target: 9999, ce_threshold: 1999, interval: 199999, ecn: true },
      },
    ],
  },
  {
    title: "pie limit 500 target 10ms tupdate 30ms alpha 1 beta 10 ecn bytemode dq_rate_estimator",
    command:
      "tc qdisc add dev v0 root handle 1: pie limit 500 target 10ms tupdate 30ms alpha 1 beta 10 ecn bytemode dq_rate_estimator",
    bytes: `
      40010000 2400 0000 00000000 00000000 // nlmsghdr: 320 bytes, RTM_NEWQDISC
      00000000 2b000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 43, handle, parent, info
      0800 0100 70696500 // TCA_KIND "pie"
      4400 0200 // TCA_OPTIONS
        0800 0100 10270000 // TCA_PIE_TARGET 10000
        0800 0200 f4010000 // TCA_PIE_LIMIT 500
        0800 0300 30750000 // TCA_PIE_TUPDATE 30000
        0800 0400 01000000 // TCA_PIE_ALPHA 1
        0800 0500 0a000000 // TCA_PIE_BETA 10
        0800 0600 01000000 // TCA_PIE_ECN 1
        0800 0700 01000000 // TCA_PIE_BYTEMODE 1
        0800 0800 01000000 // TCA_PIE_DQ_RATE_ESTIMATOR 1
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0
      0400 0900 // TCA_PAD
      6800 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        2c00 0400 00*16 01000000 00*20 // TCA_STATS_APP
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
      2c00 0300 00*40 // TCA_STATS
      0400 0900 // TCA_PAD
      2c00 0400 00*16 01000000 00*20 // TCA_XSTATS`,
    ifindex: 43,
    bodies: [
      {
        kind: "pie",
        handle: "1:",
        dev: "if43",
        root: true,
        refcnt: 5,
        options: {
          limit: 500,
          target: 10000,
          tupdate: 30000,
          alpha: 1,
          beta: 10,
          ecn: true,
          bytemode: true,
          dq_rate_estimator: true,
        },
        bytes: 0,
        packets: 0,
        drops: 0,
        overlimits: 0,
        requeues: 0,
        backlog: 0,
        qlen: 0,
        prob: 0,
        delay: 0,
        avg_dq_rate: 0,
        dq_rate_estimating: 1,
        pkts_in: 0,
        dropped: 0,
        overlimit: 0,
        maxq: 0,
        ecn_mark: 0,
      },
    ],
  },
  {
    title:
      "cake bandwidth 20mbit diffserv4 dual-srchost nat wash ingress ack-filter split-gso rtt 50ms overhead 18 mpu 64 atm memlimit 10mb fwmark 0xff",
    command:
      "tc qdisc add dev v0 root handle 1: cake bandwidth 20mbit diffserv4 dual-srchost nat wash ingress ack-filter split-gso rtt 50ms overhead 18 mpu 64 atm memlimit 10mb fwmark 0xff",
    bytes: `
      20040000 2400 0000 00000000 00000000 // nlmsghdr: 1056 bytes, RTM_NEWQDISC
      00000000 11000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 17, handle, parent, info
      0900 0100 63616b65 00 000000 // TCA_KIND "cake"
      8800 0200 // TCA_OPTIONS
        0c00 0200 a0252600 00000000 // TCA_CAKE_BASE_RATE64
        0800 0500 05000000 // TCA_CAKE_FLOW_MODE 5
        0800 0700 50c30000 // TCA_CAKE_RTT 50000
        0800 0800 c4090000 // TCA_CAKE_TARGET 2500
        0800 0a00 0000a000 // TCA_CAKE_MEMORY 10485760
        0800 0900 00000000 // TCA_CAKE_AUTORATE 0
        0800 0f00 01000000 // TCA_CAKE_INGRESS 1
        0800 1000 01000000 // TCA_CAKE_ACK_FILTER 1
        0800 0b00 01000000 // TCA_CAKE_NAT 1
        0800 0300 01000000 // TCA_CAKE_DIFFSERV_MODE 1
        0800 0d00 01000000 // TCA_CAKE_WASH 1
        0800 0600 12000000 // TCA_CAKE_OVERHEAD 18
        0800 0400 01000000 // TCA_CAKE_ATM 1
        0800 0e00 40000000 // TCA_CAKE_MPU 64
        0800 1100 01000000 // TCA_CAKE_SPLIT_GSO 1
        0800 1200 ff000000 // TCA_CAKE_FWMARK 255
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0
      3403 0700 // TCA_STATS2
        0403 0400 0c000200 a0252600 00000000 08000300 0000a000 08000400 00000000 08000500 // TCA_STATS_APP
          00000000 08000700 00000000 08000900 00000000 08000600 ffff0000 08000800 ffff0000
          08001100 00000000 b4020a00 ac000100 0c000c00 5a620200 00000000 0c000300 00000000
          00000000 08000b00 00000000 08000d00 c6380000 08000e00 52f20000 08000200 00000000
          08000400 00000000 08000800 00000000 08000600 00000000 08001200 00000000 08001300
          00000000 08001400 00000000 08000f00 00000000 08001000 00000000 08001100 00000000
          08001500 00000000 08001600 00000000 08001700 00000000 08001800 00000000 08001900
          2c010000 ac000200 0c000c00 a0252600 00000000 0c000300 00000000 00000000 08000b00
          00000000 08000d00 c4090000 08000e00 50c30000 08000200 00000000 08000400 00000000
          08000800 00000000 08000600 00000000 08001200 00000000 08001300 00000000 08001400
          00000000 08000f00 00000000 08001000 00000000 08001100 00000000 08001500 00000000
          08001600 00000000 08001700 00000000 08001800 00000000 08001900 62020000 ac000300
          0c000c00 d0121300 00000000 0c000300 00000000 00000000 08000b00 00000000 08000d00
          c4090000 08000e00 50c30000 08000200 00000000 08000400 00000000 08000800 00000000
          08000600 00000000 08001200 00000000 08001300 00000000 08001400 00000000 08000f00
          00000000 08001000 00000000 08001100 00000000 08001500 00000000 08001600 00000000
          08001700 00000000 08001800 00000000 08001900 31010000 ac000400 0c000c00 68890900
          00000000 0c000300 00000000 00000000 08000b00 00000000 08000d00 310e0000 08000e00
          bdc70000 08000200 00000000 08000400 00000000 08000800 00000000 08000600 00000000
          08001200 00000000 08001300 00000000 08001400 00000000 08000f00 00000000 08001000
          00000000 08001100 00000000 08001500 00000000 08001600 00000000 08001700 00000000
          08001800 00000000 08001900 2c010000
        1400 0100 00*16 // TCA_STATS_BASIC
        1800 0300 00*20 // TCA_STATS_QUEUE
      2c00 0300 00*40 // TCA_STATS`,
    ifindex: 17,
    bodies: [
      {
        kind: "cake",
        handle: "1:",
        dev: "if17",
        root: true,
        refcnt: 5,
        options: {
          bandwidth: 2500000,
          diffserv: "diffserv4",
          flowmode: "dual-srchost",
          nat: true,
          wash: true,
          ingress: true,
          "ack-filter": "enabled",
          split_gso: true,
          rtt: 50000,
          raw: false,
          atm: "atm",
          overhead: 18,
          mpu: 64,
          memlimit: 10485760,
          fwmark: "0xff",
          target: 2500,
        },
        bytes: 0,
        packets: 0,
        drops: 0,
        overlimits: 0,
        requeues: 0,
        backlog: 0,
        qlen: 0,
        capacity_estimate: 2500000,
        memory_limit: 10485760,
        memory_used: 0,
        avg_hdr_offset: 0,
        max_network_size: 0,
        max_adj_size: 0,
        min_network_size: 65535,
        min_adj_size: 65535,
        active_queues: 0,
        tins: [
          {
            threshold_rate: 156250,
            sent_bytes: 0,
            backlog_bytes: 0,
            target_us: 14534,
            interval_us: 62034,
            sent_packets: 0,
            drops: 0,
            ecn_mark: 0,
            ack_drops: 0,
            peak_delay_us: 0,
            avg_delay_us: 0,
            base_delay_us: 0,
            way_indirect_hits: 0,
            way_misses: 0,
            way_collisions: 0,
            sparse_flows: 0,
            bulk_flows: 0,
            unresponsive_flows: 0,
            max_pkt_len: 0,
            flow_quantum: 300,
          },
          {
            threshold_rate: 2500000,
            sent_bytes: 0,
            backlog_bytes: 0,
            target_us: 2500,
            interval_us: 50000,
            sent_packets: 0,
            drops: 0,
            ecn_mark: 0,
            ack_drops: 0,
            peak_delay_us: 0,
            avg_delay_us: 0,
            base_delay_us: 0,
            way_indirect_hits: 0,
            way_misses: 0,
            way_collisions: 0,
            sparse_flows: 0,
            bulk_flows: 0,
            unresponsive_flows: 0,
            max_pkt_len: 0,
            flow_quantum: 610,
          },
          {
            threshold_rate: 1250000,
            sent_bytes: 0,
            backlog_bytes: 0,
            target_us: 2500,
            interval_us: 50000,
            sent_packets: 0,
            drops: 0,
            ecn_mark: 0,
            ack_drops: 0,
            peak_delay_us: 0,
            avg_delay_us: 0,
            base_delay_us: 0,
            way_indirect_hits: 0,
            way_misses: 0,
            way_collisions: 0,
            sparse_flows: 0,
            bulk_flows: 0,
            unresponsive_flows: 0,
            max_pkt_len: 0,
            flow_quantum: 305,
          },
          {
            threshold_rate: 625000,
            sent_bytes: 0,
            backlog_bytes: 0,
            target_us: 3633,
            interval_us: 51133,
            sent_packets: 0,
            drops: 0,
            ecn_mark: 0,
            ack_drops: 0,
            peak_delay_us: 0,
            avg_delay_us: 0,
            base_delay_us: 0,
            way_indirect_hits: 0,
            way_misses: 0,
            way_collisions: 0,
            sparse_flows: 0,
            bulk_flows: 0,
            unresponsive_flows: 0,
            max_pkt_len: 0,
            flow_quantum: 300,
          },
        ],
      },
    ],
  },
  {
    title:
      "cake bandwidth 1gbit autorate-ingress besteffort flowblind raw no-split-gso ack-filter-aggressive ptm overhead 30",
    command:
      "tc qdisc add dev v0 root handle 1: cake bandwidth 1gbit autorate-ingress besteffort flowblind raw no-split-gso ack-filter-aggressive ptm overhead 30",
    bytes: `
      c8000000 2400 0000 00000000 00000000 // nlmsghdr: 200 bytes, RTM_NEWQDISC
      00000000 13000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 19, handle, parent, info
      0900 0100 63616b65 00 000000 // TCA_KIND "cake"
      9000 0200 // TCA_OPTIONS
        0c00 0200 40597307 00000000 // TCA_CAKE_BASE_RATE64
        0800 0500 00000000 // TCA_CAKE_FLOW_MODE 0
        0800 0700 a0860100 // TCA_CAKE_RTT 100000
        0800 0800 88130000 // TCA_CAKE_TARGET 5000
        0800 0a00 00000000 // TCA_CAKE_MEMORY 0
        0800 0900 01000000 // TCA_CAKE_AUTORATE 1
        0800 0f00 00000000 // TCA_CAKE_INGRESS 0
        0800 1000 02000000 // TCA_CAKE_ACK_FILTER 2
        0800 0b00 00000000 // TCA_CAKE_NAT 0
        0800 0300 03000000 // TCA_CAKE_DIFFSERV_MODE 3
        0800 0d00 00000000 // TCA_CAKE_WASH 0
        0800 0600 1e000000 // TCA_CAKE_OVERHEAD 30
        0800 0c00 00000000 // TCA_CAKE_RAW 0
        0800 0400 02000000 // TCA_CAKE_ATM 2
        0800 0e00 00000000 // TCA_CAKE_MPU 0
        0800 1100 00000000 // TCA_CAKE_SPLIT_GSO 0
        0800 1200 00000000 // TCA_CAKE_FWMARK 0
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 19,
    bodies: [
      {
        kind: "cake",
        handle: "1:",
        dev: "if19",
        root: true,
        refcnt: 5,
        options: {
          bandwidth: 125000000,
          autorate: "autorate-ingress",
          diffserv: "besteffort",
          flowmode: "flowblind",
          nat: false,
          wash: false,
          ingress: false,
          "ack-filter": "aggressive",
          split_gso: false,
          rtt: 100000,
          raw: true,
          atm: "ptm",
          overhead: 30,
          fwmark: "0",
          target: 5000,
        },
      },
    ],
  },
  {
    title:
      "red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 ecn adaptive bandwidth 10Mbit probability 0.02",
    command:
      "tc qdisc add dev v0 root handle 1: red limit 400000 min 30000 max 90000 avpkt 1000 burst 55 ecn adaptive bandwidth 10Mbit probability 0.02",
    bytes: `
      f8000000 2400 0000 00000000 00000000 // nlmsghdr: 248 bytes, RTM_NEWQDISC
      00000000 35000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 53, handle, parent, info
      0800 0100 72656400 // TCA_KIND "red"
      2c00 0200 // TCA_OPTIONS
        1400 0100 801a0600 30750000 905f0100 05160f05 // TCA_RED_PARMS
        0800 0300 51b81e05 // TCA_RED_MAX_P 85899345
        0c00 0400 05000000 0f000000 // TCA_RED_FLAGS
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0
      0400 0900 // TCA_PAD
      5000 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        1400 0400 00*16 // TCA_STATS_APP
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
      2c00 0300 00*40 // TCA_STATS
      0400 0900 // TCA_PAD
      1400 0400 00*16 // TCA_XSTATS`,
    ifindex: 53,
    bodies: [
      {
        kind: "red",
        handle: "1:",
        dev: "if53",
        root: true,
        refcnt: 5,
        options: {
          limit: 400000,
          min: 30000,
          max: 90000,
          ecn: true,
          harddrop: false,
          adaptive: true,
          nodrop: false,
          ewma: 5,
          probability: 0.02,
          Scell_log: 15,
        },
        bytes: 0,
        packets: 0,
        drops: 0,
        overlimits: 0,
        requeues: 0,
        backlog: 0,
        qlen: 0,
        early: 0,
        pdrop: 0,
        other: 0,
        marked: 0,
      },
    ],
  },
  {
    title: "red limit 400000 min 30000 max 90000 avpkt 1000 qevent early_drop block 10 qevent mark block 11",
    command:
      "tc qdisc add dev v0 root handle 1: red limit 400000 min 30000 max 90000 avpkt 1000 qevent early_drop block 10 qevent mark block 11",
    bytes: `
      70000000 2400 0000 00000000 00000000 // nlmsghdr: 112 bytes, RTM_NEWQDISC
      00000000 39000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 57, handle, parent, info
      0800 0100 72656400 // TCA_KIND "red"
      3c00 0200 // TCA_OPTIONS
        1400 0100 801a0600 30750000 905f0100 05160f00 // TCA_RED_PARMS
        0800 0300 51b81e05 // TCA_RED_MAX_P 85899345
        0c00 0400 00000000 0f000000 // TCA_RED_FLAGS
        0800 0600 0b000000 // TCA_RED_MARK_BLOCK 11
        0800 0500 0a000000 // TCA_RED_EARLY_DROP_BLOCK 10
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 57,
    bodies: [
      {
        kind: "red",
        handle: "1:",
        dev: "if57",
        root: true,
        refcnt: 5,
        options: {
          limit: 400000,
          min: 30000,
          max: 90000,
          ecn: false,
          harddrop: false,
          adaptive: false,
          nodrop: false,
          ewma: 5,
          probability: 0.02,
          Scell_log: 15,
          qevents: [
            { kind: "early_drop", block: 10 },
            { kind: "mark", block: 11 },
          ],
        },
      },
    ],
  },
  {
    title: "choke limit 100 bandwidth 10mbit min 20 max 60 ecn probability 0.1",
    command:
      "tc qdisc add dev v0 root handle 1: choke limit 100 bandwidth 10mbit min 20 max 60 ecn probability 0.1",
    bytes: `
      58000000 2400 0000 00000000 00000000 // nlmsghdr: 88 bytes, RTM_NEWQDISC
      00000000 3b000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 59, handle, parent, info
      0a00 0100 63686f6b 6500 0000 // TCA_KIND "choke"
      2000 0200 // TCA_OPTIONS
        1400 0100 64000000 14000000 3c000000 04130e01 // TCA_CHOKE_PARMS
        0800 0300 99999919 // TCA_CHOKE_MAX_P 429496729
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 59,
    bodies: [
      {
        kind: "choke",
        handle: "1:",
        dev: "if59",
        root: true,
        refcnt: 5,
        options: {
          limit: 100,
          min: 20,
          max: 60,
          ecn: true,
          harddrop: false,
          adaptive: false,
          nodrop: false,
          ewma: 4,
          probability: 0.1,
          Scell_log: 14,
        },
      },
    ],
  },
  {
    title:
      "sfq quantum 3000 perturb 10 divisor 512 limit 200 depth 64 headdrop redflowlimit 100000 min 8000 max 20000 probability 0.20 ecn",
    command:
      "tc qdisc add dev v0 root handle 1: sfq quantum 3000 perturb 10 divisor 512 limit 200 depth 64 headdrop redflowlimit 100000 min 8000 max 20000 probability 0.20 ecn",
    bytes: `
      e8000000 2400 0000 00000000 00000000 // nlmsghdr: 232 bytes, RTM_NEWQDISC
      00000000 03000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0800 0100 73667100 // TCA_KIND "sfq"
      4c00 0200 b80b0000 0a000000 c8000000 00020000 80000000 40000000 01000000 00000000 // TCA_OPTIONS
        401f0000 204e0000 03100001 33333333 00*24
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0
      0400 0900 // TCA_PAD
      3800 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
      2c00 0300 00*40 // TCA_STATS`,
    ifindex: 3,
    bodies: [
      {
        kind: "sfq",
        handle: "1:",
        dev: "if3",
        root: true,
        refcnt: 5,
        options: {
          limit: 200,
          quantum: 3000,
          depth: 64,
          headdrop: true,
          flows: 128,
          divisor: 512,
          perturb: 10,
          ewma: 3,
          min: 8000,
          max: 20000,
          probability: 0.2,
          ecn: true,
          harddrop: false,
          adaptive: false,
          nodrop: false,
        },
        bytes: 0,
        packets: 0,
        drops: 0,
        overlimits: 0,
        requeues: 0,
        backlog: 0,
        qlen: 0,
      },
    ],
  },
  {
    title:
      "sfb rehash 300000 db 30000 limit 500 max 12 target 10 increment 0.001 decrement 0.0001 penalty_rate 20 penalty_burst 30",
    command:
      "tc qdisc add dev v0 root handle 1: sfb rehash 300000 db 30000 limit 500 max 12 target 10 increment 0.001 decrement 0.0001 penalty_rate 20 penalty_burst 30",
    bytes: `
      1c010000 2400 0000 00000000 00000000 // nlmsghdr: 284 bytes, RTM_NEWQDISC
      00000000 05000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 5, handle, parent, info
      0800 0100 73666200 // TCA_KIND "sfb"
      2c00 0200 // TCA_OPTIONS
        2800 0100 e0930400 30750000 0c000000 0a000000 42000000 07000000 f4010000 14000000 // TCA_SFB_PARMS
          1e000000
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0
      0400 0900 // TCA_PAD
      6000 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        2800 0400 00*36 // TCA_STATS_APP
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
      2c00 0300 00*40 // TCA_STATS
      0400 0900 // TCA_PAD
      2800 0400 00*36 // TCA_XSTATS`,
    ifindex: 5,
    bodies: [
      {
        kind: "sfb",
        handle: "1:",
        dev: "if5",
        root: true,
        refcnt: 5,
        options: {
          rehash: 300000000,
          db: 30000000,
          limit: 500,
          max: 12,
          target: 10,
          increment: 0.0010071,
          decrement: 0.000106813,
          penalty_rate: 20,
          penalty_burst: 30,
        },
        bytes: 0,
        packets: 0,
        drops: 0,
        overlimits: 0,
        requeues: 0,
        backlog: 0,
        qlen: 0,
        earlydrop: 0,
        penaltydrop: 0,
        bucketdrop: 0,
        queuedrop: 0,
        childdrop: 0,
        marked: 0,
        maxqlen: 0,
        maxprob: 0,
        avgprob: 0,
      },
    ],
  },
  {
    title: "tbf rate 1mbit burst 32kbit latency 400ms",
    command: "tc qdisc add dev v0 root handle 1: tbf rate 1mbit burst 32kbit latency 400ms",
    bytes: `
      60000000 2400 0000 00000000 00000000 // nlmsghdr: 96 bytes, RTM_NEWQDISC
      00000000 1b000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 27, handle, parent, info
      0800 0100 74626600 // TCA_KIND "tbf"
      2c00 0200 // TCA_OPTIONS
        2800 0100 00010000 00000000 48e80100 00*12 50d30000 00d00700 00000000 // TCA_TBF_PARMS
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 27,
    bodies: [
      {
        kind: "tbf",
        handle: "1:",
        dev: "if27",
        root: true,
        refcnt: 5,
        options: { rate: 125000, burst: "4Kb/1", mpu: 0, lat: 400000, linklayer: "ethernet" },
      },
    ],
  },
  {
    title: "tbf rate 10gbit burst 2m limit 10m peakrate 20gbit mtu 9000 overhead 14 linklayer atm",
    command:
      "tc qdisc add dev v0 root handle 1: tbf rate 10gbit burst 2m limit 10m peakrate 20gbit mtu 9000 overhead 14 linklayer atm",
    bytes: `
      60000000 2400 0000 00000000 00000000 // nlmsghdr: 96 bytes, RTM_NEWQDISC
      00000000 1d000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 29, handle, parent, info
      0800 0100 74626600 // TCA_KIND "tbf"
      2c00 0200 // TCA_OPTIONS
        2800 0100 00020e00 00000000 807c814a 00020e00 00000000 00f90295 0000a000 11710000 // TCA_TBF_PARMS
          3e000000
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 29,
    bodies: [
      {
        kind: "tbf",
        handle: "1:",
        dev: "if29",
        root: true,
        refcnt: 5,
        options: {
          rate: 1250000000,
          burst: "2315600b/1",
          mpu: 0,
          peakrate: 2500000000,
          mtu: "9920b/1",
          lat: 6536,
          overhead: 14,
          linklayer: "atm",
        },
      },
    ],
  },
  {
    title: "tbf rate 500kbit burst 5kb latency 70ms peakrate 1mbit minburst 1540 mpu 64",
    command:
      "tc qdisc add dev v0 root handle 1: tbf rate 500kbit burst 5kb latency 70ms peakrate 1mbit minburst 1540 mpu 64",
    bytes: `
      60000000 2400 0000 00000000 00000000 // nlmsghdr: 96 bytes, RTM_NEWQDISC
      00000000 1f000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 31, handle, parent, info
      0800 0100 74626600 // TCA_KIND "tbf"
      2c00 0200 // TCA_OPTIONS
        2800 0100 00010000 00004000 24f40000 00010000 00004000 48e80100 17250000 00881300 // TCA_TBF_PARMS
          f4ef0200
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 31,
    bodies: [
      {
        kind: "tbf",
        handle: "1:",
        dev: "if31",
        root: true,
        refcnt: 5,
        options: {
          rate: 62500,
          burst: "5Kb/1",
          mpu: 64,
          peakrate: 125000,
          mtu: "1540b/1",
          lat: 70000,
          linklayer: "ethernet",
        },
      },
    ],
  },
  {
    title: "stab overhead 24 mpu 64 mtu 2048 tsize 512 linklayer atm tbf rate 1mbit burst 32kbit limit 10000",
    command:
      "tc qdisc add dev v0 root handle 1: stab overhead 24 mpu 64 mtu 2048 tsize 512 linklayer atm tbf rate 1mbit burst 32kbit limit 10000",
    bytes: `
      80000000 2400 0000 00000000 00000000 // nlmsghdr: 128 bytes, RTM_NEWQDISC
      00000000 4b000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 75, handle, parent, info
      0800 0100 74626600 // TCA_KIND "tbf"
      2c00 0200 // TCA_OPTIONS
        2800 0100 00010000 00000000 48e80100 00*12 10270000 00d00700 00000000 // TCA_TBF_PARMS
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0
      2000 0800 // TCA_STAB
        1c00 0100 0300ffff 18000000 02000000 40000000 00080000 00020000 // TCA_STAB_BASE`,
    ifindex: 75,
    bodies: [
      {
        kind: "tbf",
        handle: "1:",
        dev: "if75",
        root: true,
        refcnt: 5,
        options: { rate: 125000, burst: "4Kb/1", mpu: 0, lat: 47232, linklayer: "ethernet" },
        stab: { linklayer: "atm", overhead: 24, mpu: 64, mtu: 2048, tsize: 512 },
      },
    ],
  },
  {
    title: "htb default 30 r2q 20 direct_qlen 50",
    command: "tc qdisc add dev v0 root handle 1: htb default 30 r2q 20 direct_qlen 50",
    bytes: `
      b4000000 2400 0000 00000000 00000000 // nlmsghdr: 180 bytes, RTM_NEWQDISC
      00000000 21000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 33, handle, parent, info
      0800 0100 68746200 // TCA_KIND "htb"
      2400 0200 // TCA_OPTIONS
        1800 0200 11000300 14000000 30000000 00000000 00000000 // TCA_HTB_INIT
        0800 0500 32000000 // TCA_HTB_DIRECT_QLEN 50
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0
      3000 0700 // TCA_STATS2
        1400 0100 00*16 // TCA_STATS_BASIC
        1800 0300 00*20 // TCA_STATS_QUEUE
      2c00 0300 00*40 // TCA_STATS`,
    ifindex: 33,
    bodies: [
      {
        kind: "htb",
        handle: "1:",
        dev: "if33",
        root: true,
        refcnt: 5,
        options: { r2q: 20, default: "0x30", direct_packets_stat: 0, ver: "3.17", direct_qlen: 50 },
        bytes: 0,
        packets: 0,
        drops: 0,
        overlimits: 0,
        requeues: 0,
        backlog: 0,
        qlen: 0,
      },
    ],
  },
  {
    title: "hfsc default 10",
    command: "tc qdisc add dev v0 root handle 1: hfsc default 10",
    bytes: `
      40000000 2400 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWQDISC
      00000000 4f000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 79, handle, parent, info
      0900 0100 68667363 00 000000 // TCA_KIND "hfsc"
      0600 0200 1000 0000 // TCA_OPTIONS 16
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 79,
    bodies: [
      { kind: "hfsc", handle: "1:", dev: "if79", root: true, refcnt: 5, options: { default: "0x10" } },
    ],
  },
  {
    title: "drr",
    command: "tc qdisc add dev v0 root handle 1: drr",
    bytes: `
      34000000 2400 0000 00000000 00000000 // nlmsghdr: 52 bytes, RTM_NEWQDISC
      00000000 51000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 81, handle, parent, info
      0800 0100 64727200 // TCA_KIND "drr"
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 81,
    bodies: [{ kind: "drr", handle: "1:", dev: "if81", root: true, refcnt: 5, options: {} }],
  },
  {
    title: "qfq",
    command: "tc qdisc add dev v0 root handle 1: qfq",
    bytes: `
      34000000 2400 0000 00000000 00000000 // nlmsghdr: 52 bytes, RTM_NEWQDISC
      00000000 53000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 83, handle, parent, info
      0800 0100 71667100 // TCA_KIND "qfq"
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 83,
    bodies: [{ kind: "qfq", handle: "1:", dev: "if83", root: true, refcnt: 5, options: {} }],
  },
  {
    title: "ets bands 6 strict 2 quanta 4000 3000 2000 1000 priomap 0 1 2 3 4 5 0 0 0 0 0 0 0 0 0 0",
    command:
      "as tc asks for it: tc qdisc add dev v0 root handle 1: ets bands 6 strict 2 quanta 4000 3000 2000 1000 priomap 0 1 2 3 4 5 0 0 0 0 0 0 0 0 0 0",
    bytes: `
      e8000000 2400 0000 00000000 00000000 // nlmsghdr: 232 bytes, RTM_NEWQDISC
      00000000 03000000 00000100 ffffffff 00000000 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0800 0100 65747300 // TCA_KIND "ets"
      bc00 0280 // TCA_OPTIONS
        0500 0100 06 000000 // TCA_ETS_NBANDS 6
        0500 0200 02 000000 // TCA_ETS_NSTRICT 2
        2400 0380 // TCA_ETS_QUANTA
          0800 0400 a00f0000 // TCA_ETS_QUANTA_BAND 4000
          0800 0400 b80b0000 // TCA_ETS_QUANTA_BAND 3000
          0800 0400 d0070000 // TCA_ETS_QUANTA_BAND 2000
          0800 0400 e8030000 // TCA_ETS_QUANTA_BAND 1000
        8400 0580 // TCA_ETS_PRIOMAP
          0500 0600 00 000000 // TCA_ETS_PRIOMAP_BAND 0
          0500 0600 01 000000 // TCA_ETS_PRIOMAP_BAND 1
          0500 0600 02 000000 // TCA_ETS_PRIOMAP_BAND 2
          0500 0600 03 000000 // TCA_ETS_PRIOMAP_BAND 3
          0500 0600 04 000000 // TCA_ETS_PRIOMAP_BAND 4
          0500 0600 05 000000 // TCA_ETS_PRIOMAP_BAND 5
          0500 0600 00 000000 // TCA_ETS_PRIOMAP_BAND 0
          0500 0600 00 000000 // TCA_ETS_PRIOMAP_BAND 0
          0500 0600 00 000000 // TCA_ETS_PRIOMAP_BAND 0
          0500 0600 00 000000 // TCA_ETS_PRIOMAP_BAND 0
          0500 0600 00 000000 // TCA_ETS_PRIOMAP_BAND 0
          0500 0600 00 000000 // TCA_ETS_PRIOMAP_BAND 0
          0500 0600 00 000000 // TCA_ETS_PRIOMAP_BAND 0
          0500 0600 00 000000 // TCA_ETS_PRIOMAP_BAND 0
          0500 0600 00 000000 // TCA_ETS_PRIOMAP_BAND 0
          0500 0600 00 000000 // TCA_ETS_PRIOMAP_BAND 0`,
    ifindex: 3,
    bodies: [
      {
        kind: "ets",
        handle: "1:",
        dev: "if3",
        root: true,
        refcnt: 0,
        options: {
          bands: 6,
          strict: 2,
          quanta: [4000, 3000, 2000, 1000],
          priomap: [0, 1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        },
      },
    ],
  },
  {
    title: "cbs locredit -1470 hicredit 30 sendslope -980000 idleslope 20000 offload 0",
    command:
      "tc qdisc add dev v0 root handle 1: cbs locredit -1470 hicredit 30 sendslope -980000 idleslope 20000 offload 0",
    bytes: `
      50000000 2400 0000 00000000 00000000 // nlmsghdr: 80 bytes, RTM_NEWQDISC
      00000000 57000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 87, handle, parent, info
      0800 0100 63627300 // TCA_KIND "cbs"
      1c00 0200 // TCA_OPTIONS
        1800 0100 00000000 1e000000 42faffff 204e0000 e00bf1ff // TCA_CBS_PARMS
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 87,
    bodies: [
      {
        kind: "cbs",
        handle: "1:",
        dev: "if87",
        root: true,
        refcnt: 5,
        options: { hicredit: 30, locredit: -1470, sendslope: -980000, idleslope: 20000, offload: 0 },
      },
    ],
  },
  {
    title: "etf clockid CLOCK_TAI delta 500000 deadline_mode skip_sock_check",
    command:
      "tc qdisc add dev v0 root handle 1: etf clockid CLOCK_TAI delta 500000 deadline_mode skip_sock_check",
    bytes: `
      48000000 2400 0000 00000000 00000000 // nlmsghdr: 72 bytes, RTM_NEWQDISC
      00000000 07000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 7, handle, parent, info
      0800 0100 65746600 // TCA_KIND "etf"
      1400 0200 // TCA_OPTIONS
        1000 0100 20a10700 0b000000 05000000 // TCA_ETF_PARMS
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 7,
    bodies: [
      {
        kind: "etf",
        handle: "1:",
        dev: "if7",
        root: true,
        refcnt: 5,
        options: {
          clockid: "TAI",
          delta: 500000,
          offload: "off",
          deadline_mode: "on",
          skip_sock_check: "on",
        },
      },
    ],
  },
  {
    title: "skbprio limit 32",
    command: "tc qdisc add dev v0 root handle 1: skbprio limit 32",
    bytes: `
      40000000 2400 0000 00000000 00000000 // nlmsghdr: 64 bytes, RTM_NEWQDISC
      00000000 5d000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 93, handle, parent, info
      0c00 0100 736b6270 72696f00 // TCA_KIND "skbprio"
      0800 0200 20000000 // TCA_OPTIONS 32
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 93,
    bodies: [{ kind: "skbprio", handle: "1:", dev: "if93", root: true, refcnt: 5, options: { limit: 32 } }],
  },
  {
    title: "plug limit 1000",
    command: "tc qdisc add dev v0 root handle 1: plug limit 1000",
    bytes: `
      38000000 2400 0000 00000000 00000000 // nlmsghdr: 56 bytes, RTM_NEWQDISC
      00000000 5f000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 95, handle, parent, info
      0900 0100 706c7567 00 000000 // TCA_KIND "plug"
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 95,
    bodies: [{ kind: "plug", handle: "1:", dev: "if95", root: true, refcnt: 5, options: {} }],
  },
  {
    title:
      "hhf limit 500 quantum 600 hh_limit 100 reset_timeout 50ms admit_bytes 64000 evict_timeout 2s non_hh_weight 3",
    command:
      "tc qdisc add dev v0 root handle 1: hhf limit 500 quantum 600 hh_limit 100 reset_timeout 50ms admit_bytes 64000 evict_timeout 2s non_hh_weight 3",
    bytes: `
      70000000 2400 0000 00000000 00000000 // nlmsghdr: 112 bytes, RTM_NEWQDISC
      00000000 63000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 99, handle, parent, info
      0800 0100 68686600 // TCA_KIND "hhf"
      3c00 0200 // TCA_OPTIONS
        0800 0100 f4010000 // TCA_HHF_BACKLOG_LIMIT 500
        0800 0200 58020000 // TCA_HHF_QUANTUM 600
        0800 0300 00080000 // TCA_HHF_HH_FLOWS_LIMIT 2048
        0800 0400 50c30000 // TCA_HHF_RESET_TIMEOUT 50000
        0800 0500 00fa0000 // TCA_HHF_ADMIT_BYTES 64000
        0800 0600 80841e00 // TCA_HHF_EVICT_TIMEOUT 2000000
        0800 0700 03000000 // TCA_HHF_NON_HH_WEIGHT 3
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 99,
    bodies: [
      {
        kind: "hhf",
        handle: "1:",
        dev: "if99",
        root: true,
        refcnt: 5,
        options: {
          limit: 500,
          quantum: 600,
          hh_limit: 2048,
          reset_timeout: 50000,
          admit_bytes: 64000,
          evict_timeout: 2000000,
          non_hh_weight: 3,
        },
      },
    ],
  },
  {
    title:
      "netem delay 100ms 10ms 25% distribution normal loss 1% 25% duplicate 2% 10% corrupt 0.1% 5% reorder 25% 50% gap 5 rate 1mbit 10 20 5 limit 500",
    command:
      "tc qdisc add dev v0 root handle 1: netem delay 100ms 10ms 25% distribution normal loss 1% 25% duplicate 2% 10% corrupt 0.1% 5% reorder 25% 50% gap 5 rate 1mbit 10 20 5 limit 500",
    bytes: `
      10010000 2400 0000 00000000 00000000 // nlmsghdr: 272 bytes, RTM_NEWQDISC
      00000000 09000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 9, handle, parent, info
      0a00 0100 6e657465 6d00 0000 // TCA_KIND "netem"
      7000 0200 84d71700 f4010000 295c8f02 05000000 52b81e05 5a620200 // TCA_OPTIONS
        0c00 0a00 00e1f505 00000000 // TCA_NETEM_LATENCY64
        0c00 0b00 80969800 00000000 // TCA_NETEM_JITTER64
        1000 0100 00000040 00000040 9a999919 // TCA_NETEM_CORR
        0c00 0300 00000040 00000080 // TCA_NETEM_REORDER
        0c00 0400 37894100 cdcccc0c // TCA_NETEM_CORRUPT
        1400 0600 48e80100 0a000000 14000000 05000000 // TCA_NETEM_RATE
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0
      0400 0900 // TCA_PAD
      3800 0700 // TCA_STATS2
        0400 0600 // TCA_STATS_PAD
        1400 0100 00*16 // TCA_STATS_BASIC
        0400 0600 // TCA_STATS_PAD
        1800 0300 00*20 // TCA_STATS_QUEUE
      2c00 0300 00*40 // TCA_STATS`,
    ifindex: 9,
    bodies: [
      {
        kind: "netem",
        handle: "1:",
        dev: "if9",
        root: true,
        refcnt: 5,
        options: {
          limit: 500,
          delay: { delay: 0.1, jitter: 0.01, correlation: 0.25 },
          "loss-random": { loss: 0.01, correlation: 0.25 },
          duplicate: { duplicate: 0.02, correlation: 0.1 },
          reorder: { reorder: 0.25, correlation: 0.5 },
          corrupt: { corrupt: 0.001, correlation: 0.05 },
          rate: { rate: 125000, packetoverhead: 10, cellsize: 20, celloverhead: 5 },
          ecn: false,
          gap: 5,
        },
        bytes: 0,
        packets: 0,
        drops: 0,
        overlimits: 0,
        requeues: 0,
        backlog: 0,
        qlen: 0,
      },
    ],
  },
  {
    title: "netem loss state 1% 10% 20% 30% 5%",
    command: "tc qdisc add dev v0 root handle 1: netem loss state 1% 10% 20% 30% 5%",
    bytes: `
      c4000000 2400 0000 00000000 00000000 // nlmsghdr: 196 bytes, RTM_NEWQDISC
      00000000 67000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 103, handle, parent, info
      0a00 0100 6e657465 6d00 0000 // TCA_KIND "netem"
      8c00 0200 00000000 e8030000 00*16 // TCA_OPTIONS
        0c00 0a00 00000000 00000000 // TCA_NETEM_LATENCY64
        0c00 0b00 00000000 00000000 // TCA_NETEM_JITTER64
        1000 0100 00*12 // TCA_NETEM_CORR
        0c00 0300 00000000 00000000 // TCA_NETEM_REORDER
        0c00 0400 00000000 00000000 // TCA_NETEM_CORRUPT
        1400 0600 00*16 // TCA_NETEM_RATE
        1c00 0500 // TCA_NETEM_LOSS
          1800 0100 295c8f02 9a999919 33333333 cdcccc0c cccccc4c // NETEM_LOSS_GI
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 103,
    bodies: [
      {
        kind: "netem",
        handle: "1:",
        dev: "if103",
        root: true,
        refcnt: 5,
        options: {
          limit: 1000,
          "loss-state": { p13: 0.01, p31: 0.1, p32: 0.2, p23: 0.3, p14: 0.05 },
          ecn: false,
          gap: 0,
        },
      },
    ],
  },
  {
    title: "netem loss gemodel 1% 10% 70% 0.1%",
    command: "tc qdisc add dev v0 root handle 1: netem loss gemodel 1% 10% 70% 0.1%",
    bytes: `
      c0000000 2400 0000 00000000 00000000 // nlmsghdr: 192 bytes, RTM_NEWQDISC
      00000000 69000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 105, handle, parent, info
      0a00 0100 6e657465 6d00 0000 // TCA_KIND "netem"
      8800 0200 00000000 e8030000 00*16 // TCA_OPTIONS
        0c00 0a00 00000000 00000000 // TCA_NETEM_LATENCY64
        0c00 0b00 00000000 00000000 // TCA_NETEM_JITTER64
        1000 0100 00*12 // TCA_NETEM_CORR
        0c00 0300 00000000 00000000 // TCA_NETEM_REORDER
        0c00 0400 00000000 00000000 // TCA_NETEM_CORRUPT
        1400 0600 00*16 // TCA_NETEM_RATE
        1800 0500 // TCA_NETEM_LOSS
          1400 0200 295c8f02 9a999919 cdcccc4c 37894100 // NETEM_LOSS_GE
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 105,
    bodies: [
      {
        kind: "netem",
        handle: "1:",
        dev: "if105",
        root: true,
        refcnt: 5,
        options: {
          limit: 1000,
          "loss-gemodel": { p: 0.01, r: 0.1, "1-h": 0.7, "1-k": 0.001 },
          ecn: false,
          gap: 0,
        },
      },
    ],
  },
  {
    title: "netem delay 5ms slot 800us 1ms packets 5 bytes 10000 ecn loss 2%",
    command:
      "tc qdisc add dev v0 root handle 1: netem delay 5ms slot 800us 1ms packets 5 bytes 10000 ecn loss 2%",
    bytes: `
      dc000000 2400 0000 00000000 00000000 // nlmsghdr: 220 bytes, RTM_NEWQDISC
      00000000 6b000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 107, handle, parent, info
      0a00 0100 6e657465 6d00 0000 // TCA_KIND "netem"
      a400 0200 2d310100 e8030000 52b81e05 00*12 // TCA_OPTIONS
        0c00 0a00 404b4c00 00000000 // TCA_NETEM_LATENCY64
        0c00 0b00 00000000 00000000 // TCA_NETEM_JITTER64
        1000 0100 00*12 // TCA_NETEM_CORR
        0c00 0300 00000000 00000000 // TCA_NETEM_REORDER
        0c00 0400 00000000 00000000 // TCA_NETEM_CORRUPT
        1400 0600 00*16 // TCA_NETEM_RATE
        0800 0700 01000000 // TCA_NETEM_ECN 1
        2c00 0c00 00350c00 00000000 40420f00 00000000 05000000 10270000 00*16 // TCA_NETEM_SLOT
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 107,
    bodies: [
      {
        kind: "netem",
        handle: "1:",
        dev: "if107",
        root: true,
        refcnt: 5,
        options: {
          limit: 1000,
          delay: { delay: 0.005, jitter: 0, correlation: 0 },
          "loss-random": { loss: 0.02, correlation: 0 },
          slot: { "min-delay": 0.0008, "max-delay": 0.001, packets: 5, bytes: 10000 },
          ecn: true,
          gap: 0,
        },
      },
    ],
  },
  {
    title: "netem slot distribution normal 5ms 1ms",
    command: "tc qdisc add dev v0 root handle 1: netem slot distribution normal 5ms 1ms",
    bytes: `
      d4000000 2400 0000 00000000 00000000 // nlmsghdr: 212 bytes, RTM_NEWQDISC
      00000000 0b000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 11, handle, parent, info
      0a00 0100 6e657465 6d00 0000 // TCA_KIND "netem"
      9c00 0200 00000000 e8030000 00*16 // TCA_OPTIONS
        0c00 0a00 00000000 00000000 // TCA_NETEM_LATENCY64
        0c00 0b00 00000000 00000000 // TCA_NETEM_JITTER64
        1000 0100 00*12 // TCA_NETEM_CORR
        0c00 0300 00000000 00000000 // TCA_NETEM_REORDER
        0c00 0400 00000000 00000000 // TCA_NETEM_CORRUPT
        1400 0600 00*16 // TCA_NETEM_RATE
        2c00 0c00 00*24 404b4c00 00000000 40420f00 00000000 // TCA_NETEM_SLOT
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 11,
    bodies: [
      {
        kind: "netem",
        handle: "1:",
        dev: "if11",
        root: true,
        refcnt: 5,
        options: {
          limit: 1000,
          slot: { distribution: 0.005, jitter: 0.001, packets: 0, bytes: 0 },
          ecn: false,
          gap: 0,
        },
      },
    ],
  },
  {
    title:
      "qdisc change dev v0 root handle 1: gred limit 60KB min 15K max 25K burst 64 avpkt 500 bandwidth 10Mbit DP 2 probability 0.1 prio 2 harddrop",
    command:
      "tc qdisc change dev v0 root handle 1: gred limit 60KB min 15K max 25K burst 64 avpkt 500 bandwidth 10Mbit DP 2 probability 0.1 prio 2 harddrop",
    bytes: `
      90040000 2400 0000 00000000 00000000 // nlmsghdr: 1168 bytes, RTM_NEWQDISC
      00000000 0f000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 15, handle, parent, info
      0900 0100 67726564 00 000000 // TCA_KIND "gred"
      5804 0200 // TCA_OPTIONS
        1000 0300 03000000 01000000 01000000 // TCA_GRED_DPS
        4400 0400 00000000 99999919 99999919 00*52 // TCA_GRED_MAX_P
        0800 0500 101a1700 // TCA_GRED_LIMIT 1514000
        4403 0100 00*12 10000000 00*37 f0000000 3c000000 64000001 00*27 06110f03 00000000 // TCA_GRED_PARMS
          00000000 00f00000 003c0000 00640000 02000000 00*24 06110f02 00*20 13000000 00*48
          14000000 00*48 15000000 00*48 16000000 00*48 17000000 00*48 18000000 00*48
          19000000 00*48 1a000000 00*48 1b000000 00*48 1c000000 00*48 1d000000 00*48
          1e000000 00*48 1f000000 00*36
        b400 0600 // TCA_GRED_VQ_LIST
          5800 0100 // TCA_GRED_VQ_ENTRY
            0800 0200 01000000 // TCA_GRED_VQ_DP 1
            0800 0c00 01000000 // TCA_GRED_VQ_FLAGS 1
            0c00 0300 00000000 00000000 // TCA_GRED_VQ_STAT_BYTES
            0800 0400 00000000 // TCA_GRED_VQ_STAT_PACKETS 0
            0800 0500 00000000 // TCA_GRED_VQ_STAT_BACKLOG 0
            0800 0600 00000000 // TCA_GRED_VQ_STAT_PROB_DROP 0
            0800 0700 00000000 // TCA_GRED_VQ_STAT_PROB_MARK 0
            0800 0800 00000000 // TCA_GRED_VQ_STAT_FORCED_DROP 0
            0800 0900 00000000 // TCA_GRED_VQ_STAT_FORCED_MARK 0
            0800 0a00 00000000 // TCA_GRED_VQ_STAT_PDROP 0
          5800 0100 // TCA_GRED_VQ_ENTRY
            0800 0200 02000000 // TCA_GRED_VQ_DP 2
            0800 0c00 02000000 // TCA_GRED_VQ_FLAGS 2
            0c00 0300 00000000 00000000 // TCA_GRED_VQ_STAT_BYTES
            0800 0400 00000000 // TCA_GRED_VQ_STAT_PACKETS 0
            0800 0500 00000000 // TCA_GRED_VQ_STAT_BACKLOG 0
            0800 0600 00000000 // TCA_GRED_VQ_STAT_PROB_DROP 0
            0800 0700 00000000 // TCA_GRED_VQ_STAT_PROB_MARK 0
            0800 0800 00000000 // TCA_GRED_VQ_STAT_FORCED_DROP 0
            0800 0900 00000000 // TCA_GRED_VQ_STAT_FORCED_MARK 0
            0800 0a00 00000000 // TCA_GRED_VQ_STAT_PDROP 0
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 15,
    bodies: [
      {
        kind: "gred",
        handle: "1:",
        dev: "if15",
        root: true,
        refcnt: 5,
        options: {
          dp_cnt: 3,
          dp_default: 1,
          grio: true,
          limit: 1514000,
          ecn: false,
          harddrop: false,
          adaptive: false,
          nodrop: false,
          vqs: [
            {
              vq: 1,
              prio: 3,
              limit: 61440,
              min: 15360,
              max: 25600,
              ecn: true,
              harddrop: false,
              adaptive: false,
              nodrop: false,
              ewma: 6,
              probability: 0.1,
              Scell_log: 15,
              bytes: 0,
              packets: 0,
              backlog: 0,
              prob_drop: 0,
              prob_mark: 0,
              forced_drop: 0,
              forced_mark: 0,
              pdrop: 0,
            },
            {
              vq: 2,
              prio: 2,
              limit: 61440,
              min: 15360,
              max: 25600,
              ecn: false,
              harddrop: true,
              adaptive: false,
              nodrop: false,
              ewma: 6,
              probability: 0.1,
              Scell_log: 15,
              bytes: 0,
              packets: 0,
              backlog: 0,
              prob_drop: 0,
              prob_mark: 0,
              forced_drop: 0,
              forced_mark: 0,
              pdrop: 0,
            },
          ],
        },
      },
    ],
  },
  {
    title:
      "taprio num_tc 3 map 2 2 1 0 2 2 2 2 2 2 2 2 2 2 2 2 queues 1@0 1@1 2@2 base-time 1000 sched-entry S 01 300000 sched-entry H 02 300000 sched-entry R 04 400000 clockid CLOCK_TAI",
    command:
      "tc qdisc add dev v0 root handle 1: taprio num_tc 3 map 2 2 1 0 2 2 2 2 2 2 2 2 2 2 2 2 queues 1@0 1@1 2@2 base-time 1000 sched-entry S 01 300000 sched-entry H 02 300000 sched-entry R 04 400000 clockid CLOCK_TAI",
    bytes: `
      f0020000 2400 0000 00000000 00000000 // nlmsghdr: 752 bytes, RTM_NEWQDISC
      00000000 2b000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 43, handle, parent, info
      0b00 0100 74617072 696f00 00 // TCA_KIND "taprio"
      b802 0200 // TCA_OPTIONS
        5600 0100 03020201 00020202 02020202 02020202 02000100 01000200 00*28 01000200 00*26 // TCA_TAPRIO_ATTR_PRIOMAP
          0000
        0800 0500 0b000000 // TCA_TAPRIO_ATTR_SCHED_CLOCKID 11
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 00000000 // TCA_TAPRIO_TC_ENTRY_INDEX 0
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 01000000 // TCA_TAPRIO_TC_ENTRY_INDEX 1
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 02000000 // TCA_TAPRIO_TC_ENTRY_INDEX 2
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 03000000 // TCA_TAPRIO_TC_ENTRY_INDEX 3
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 04000000 // TCA_TAPRIO_TC_ENTRY_INDEX 4
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 05000000 // TCA_TAPRIO_TC_ENTRY_INDEX 5
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 06000000 // TCA_TAPRIO_TC_ENTRY_INDEX 6
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 07000000 // TCA_TAPRIO_TC_ENTRY_INDEX 7
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 08000000 // TCA_TAPRIO_TC_ENTRY_INDEX 8
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 09000000 // TCA_TAPRIO_TC_ENTRY_INDEX 9
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0a000000 // TCA_TAPRIO_TC_ENTRY_INDEX 10
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0b000000 // TCA_TAPRIO_TC_ENTRY_INDEX 11
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0c000000 // TCA_TAPRIO_TC_ENTRY_INDEX 12
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0d000000 // TCA_TAPRIO_TC_ENTRY_INDEX 13
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0e000000 // TCA_TAPRIO_TC_ENTRY_INDEX 14
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0f000000 // TCA_TAPRIO_TC_ENTRY_INDEX 15
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        0c00 0300 e8030000 00000000 // TCA_TAPRIO_ATTR_SCHED_BASE_TIME
        0c00 0800 40420f00 00000000 // TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME
        0c00 0900 00000000 00000000 // TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION
        7000 0200 // TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST
          2400 0100 // TCA_TAPRIO_SCHED_ENTRY
            0800 0100 00000000 // TCA_TAPRIO_SCHED_ENTRY_INDEX 0
            0500 0200 00 000000 // TCA_TAPRIO_SCHED_ENTRY_CMD 0
            0800 0300 01000000 // TCA_TAPRIO_SCHED_ENTRY_GATE_MASK 1
            0800 0400 e0930400 // TCA_TAPRIO_SCHED_ENTRY_INTERVAL 300000
          2400 0100 // TCA_TAPRIO_SCHED_ENTRY
            0800 0100 01000000 // TCA_TAPRIO_SCHED_ENTRY_INDEX 1
            0500 0200 01 000000 // TCA_TAPRIO_SCHED_ENTRY_CMD 1
            0800 0300 02000000 // TCA_TAPRIO_SCHED_ENTRY_GATE_MASK 2
            0800 0400 e0930400 // TCA_TAPRIO_SCHED_ENTRY_INTERVAL 300000
          2400 0100 // TCA_TAPRIO_SCHED_ENTRY
            0800 0100 02000000 // TCA_TAPRIO_SCHED_ENTRY_INDEX 2
            0500 0200 02 000000 // TCA_TAPRIO_SCHED_ENTRY_CMD 2
            0800 0300 04000000 // TCA_TAPRIO_SCHED_ENTRY_GATE_MASK 4
            0800 0400 801a0600 // TCA_TAPRIO_SCHED_ENTRY_INTERVAL 400000
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 43,
    bodies: [
      {
        kind: "taprio",
        handle: "1:",
        dev: "if43",
        root: true,
        refcnt: 5,
        options: {
          tc: 3,
          map: [2, 2, 1, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
          queues: [
            { offset: 0, count: 1 },
            { offset: 1, count: 1 },
            { offset: 2, count: 2 },
          ],
          clockid: "TAI",
          base_time: 1000,
          cycle_time: 1000000,
          cycle_time_extension: 0,
          schedule: [
            { index: 0, cmd: "S", gatemask: "0x1", interval: 300000 },
            { index: 1, cmd: "H", gatemask: "0x2", interval: 300000 },
            { index: 2, cmd: "R", gatemask: "0x4", interval: 400000 },
          ],
          "max-sdu": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
          fp: ["E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E"],
        },
      },
    ],
  },
  {
    title:
      "taprio num_tc 2 map 0 0 1 1 0 0 0 0 0 0 0 0 0 0 0 0 queues 1@0 1@1 base-time 1000 sched-entry S 01 300000 cycle-time 400000 cycle-time-extension 100 flags 0x1 txtime-delay 500000 clockid CLOCK_TAI max-sdu 200 300",
    command:
      "tc qdisc add dev v0 root handle 1: taprio num_tc 2 map 0 0 1 1 0 0 0 0 0 0 0 0 0 0 0 0 queues 1@0 1@1 base-time 1000 sched-entry S 01 300000 cycle-time 400000 cycle-time-extension 100 flags 0x1 txtime-delay 500000 clockid CLOCK_TAI max-sdu 200 300",
    bytes: `
      b8020000 2400 0000 00000000 00000000 // nlmsghdr: 696 bytes, RTM_NEWQDISC
      00000000 2d000000 00000100 ffffffff 05000000 // tcmsg: AF_UNSPEC, ifindex 45, handle, parent, info
      0b00 0100 74617072 696f00 00 // TCA_KIND "taprio"
      8002 0200 // TCA_OPTIONS
        5600 0100 02000001 01000000 00000000 00000000 00000100 01000000 00*28 01000000 00*26 // TCA_TAPRIO_ATTR_PRIOMAP
          0000
        0800 0500 0b000000 // TCA_TAPRIO_ATTR_SCHED_CLOCKID 11
        0800 0a00 01000000 // TCA_TAPRIO_ATTR_FLAGS 1
        0800 0b00 20a10700 // TCA_TAPRIO_ATTR_TXTIME_DELAY 500000
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 00000000 // TCA_TAPRIO_TC_ENTRY_INDEX 0
          0800 0200 c8000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 200
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 01000000 // TCA_TAPRIO_TC_ENTRY_INDEX 1
          0800 0200 2c010000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 300
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 02000000 // TCA_TAPRIO_TC_ENTRY_INDEX 2
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 03000000 // TCA_TAPRIO_TC_ENTRY_INDEX 3
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 04000000 // TCA_TAPRIO_TC_ENTRY_INDEX 4
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 05000000 // TCA_TAPRIO_TC_ENTRY_INDEX 5
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 06000000 // TCA_TAPRIO_TC_ENTRY_INDEX 6
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 07000000 // TCA_TAPRIO_TC_ENTRY_INDEX 7
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 08000000 // TCA_TAPRIO_TC_ENTRY_INDEX 8
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 09000000 // TCA_TAPRIO_TC_ENTRY_INDEX 9
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0a000000 // TCA_TAPRIO_TC_ENTRY_INDEX 10
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0b000000 // TCA_TAPRIO_TC_ENTRY_INDEX 11
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0c000000 // TCA_TAPRIO_TC_ENTRY_INDEX 12
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0d000000 // TCA_TAPRIO_TC_ENTRY_INDEX 13
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0e000000 // TCA_TAPRIO_TC_ENTRY_INDEX 14
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        1c00 0c80 // TCA_TAPRIO_ATTR_TC_ENTRY
          0800 0100 0f000000 // TCA_TAPRIO_TC_ENTRY_INDEX 15
          0800 0200 00000000 // TCA_TAPRIO_TC_ENTRY_MAX_SDU 0
          0800 0300 01000000 // TCA_TAPRIO_TC_ENTRY_FP 1
        0c00 0300 e8030000 00000000 // TCA_TAPRIO_ATTR_SCHED_BASE_TIME
        0c00 0800 801a0600 00000000 // TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME
        0c00 0900 64000000 00000000 // TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION
        2800 0200 // TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST
          2400 0100 // TCA_TAPRIO_SCHED_ENTRY
            0800 0100 00000000 // TCA_TAPRIO_SCHED_ENTRY_INDEX 0
            0500 0200 00 000000 // TCA_TAPRIO_SCHED_ENTRY_CMD 0
            0800 0300 01000000 // TCA_TAPRIO_SCHED_ENTRY_GATE_MASK 1
            0800 0400 e0930400 // TCA_TAPRIO_SCHED_ENTRY_INTERVAL 300000
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 45,
    bodies: [
      {
        kind: "taprio",
        handle: "1:",
        dev: "if45",
        root: true,
        refcnt: 5,
        options: {
          tc: 2,
          map: [0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
          queues: [
            { offset: 0, count: 1 },
            { offset: 1, count: 1 },
          ],
          clockid: "TAI",
          flags: "0x1",
          txtime_delay: 500000,
          base_time: 1000,
          cycle_time: 400000,
          cycle_time_extension: 100,
          schedule: [{ index: 0, cmd: "S", gatemask: "0x1", interval: 300000 }],
          "max-sdu": [200, 300, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
          fp: ["E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E", "E"],
        },
      },
    ],
  },
  {
    title:
      "dualpi2 limit 2000 memlimit 100000 target 20ms tupdate 10ms alpha 0.2 beta 3.0 step_thresh 2ms min_qlen_step 3 coupling_factor 3 drop_on_overload drop_enqueue classic_protection 20% any_ect split_gso",
    command:
      "as tc asks for it: tc qdisc add dev v0 root handle 1: dualpi2 limit 2000 memlimit 100000 target 20ms tupdate 10ms alpha 0.2 beta 3.0 step_thresh 2ms min_qlen_step 3 coupling_factor 3 drop_on_overload drop_enqueue classic_protection 20% any_ect split_gso",
    bytes: `
      a4000000 2400 0000 00000000 00000000 // nlmsghdr: 164 bytes, RTM_NEWQDISC
      00000000 03000000 00000100 ffffffff 00000000 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0c00 0100 6475616c 70693200 // TCA_KIND "dualpi2"
      7400 0280 // TCA_OPTIONS
        0800 0100 d0070000 // TCA_DUALPI2_LIMIT 2000
        0800 0200 a0860100 // TCA_DUALPI2_MEMORY_LIMIT 100000
        0800 0400 10270000 // TCA_DUALPI2_TUPDATE 10000
        0800 0300 204e0000 // TCA_DUALPI2_TARGET 20000
        0800 0500 33000000 // TCA_DUALPI2_ALPHA 51
        0800 0600 00030000 // TCA_DUALPI2_BETA 768
        0500 0e00 03 000000 // TCA_DUALPI2_ECN_MASK 3
        0500 0b00 01 000000 // TCA_DUALPI2_DROP_OVERLOAD 1
        0500 0a00 03 000000 // TCA_DUALPI2_COUPLING 3
        0500 0f00 01 000000 // TCA_DUALPI2_SPLIT_GSO 1
        0800 0800 d0070000 // TCA_DUALPI2_STEP_THRESH_US 2000
        0800 0900 03000000 // TCA_DUALPI2_MIN_QLEN_STEP 3
        0500 0c00 01 000000 // TCA_DUALPI2_DROP_EARLY 1
        0500 0d00 14 000000 // TCA_DUALPI2_C_PROTECTION 20`,
    ifindex: 3,
    bodies: [
      {
        kind: "dualpi2",
        handle: "1:",
        dev: "if3",
        root: true,
        refcnt: 0,
        options: {
          limit: 2000,
          "memory-limit": 100000,
          target: 20000,
          tupdate: 10000,
          alpha: 0.199219,
          beta: 3,
          "step-thresh-us": 2000,
          "min-qlen-step": 3,
          coupling: 3,
          "drop-overload": "drop",
          "drop-early": "drop-enqueue",
          "c-protection": 20,
          "ecn-mask": "any-ect",
          "split-gso": true,
        },
      },
    ],
  },
  {
    title: "dualpi2 limit 100 step_thresh 5p overflow drop_dequeue l4s_ect no_split_gso",
    command:
      "as tc asks for it: tc qdisc add dev v0 root handle 1: dualpi2 limit 100 step_thresh 5p overflow drop_dequeue l4s_ect no_split_gso",
    bytes: `
      64000000 2400 0000 00000000 00000000 // nlmsghdr: 100 bytes, RTM_NEWQDISC
      00000000 03000000 00000100 ffffffff 00000000 // tcmsg: AF_UNSPEC, ifindex 3, handle, parent, info
      0c00 0100 6475616c 70693200 // TCA_KIND "dualpi2"
      3400 0280 // TCA_OPTIONS
        0800 0100 64000000 // TCA_DUALPI2_LIMIT 100
        0500 0e00 01 000000 // TCA_DUALPI2_ECN_MASK 1
        0500 0b00 00 000000 // TCA_DUALPI2_DROP_OVERLOAD 0
        0500 0f00 00 000000 // TCA_DUALPI2_SPLIT_GSO 0
        0800 0700 05000000 // TCA_DUALPI2_STEP_THRESH_PKTS 5
        0500 0c00 00 000000 // TCA_DUALPI2_DROP_EARLY 0`,
    ifindex: 3,
    bodies: [
      {
        kind: "dualpi2",
        handle: "1:",
        dev: "if3",
        root: true,
        refcnt: 0,
        options: {
          limit: 100,
          "step-thresh-pkts": 5,
          "drop-overload": "overflow",
          "drop-early": "drop-dequeue",
          "ecn-mask": "l4s-ect",
        },
      },
    ],
  },
  {
    title: "ingress",
    command: "tc qdisc add dev v0 ingress",
    bytes: `
      3c000000 2400 0000 00000000 00000000 // nlmsghdr: 60 bytes, RTM_NEWQDISC
      00000000 7b000000 0000ffff f1ffffff 01000000 // tcmsg: AF_UNSPEC, ifindex 123, handle, parent, info
      0c00 0100 696e6772 65737300 // TCA_KIND "ingress"
      0400 0200 // TCA_OPTIONS
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 123,
    bodies: [{ kind: "ingress", handle: "ffff:", dev: "if123", parent: "ffff:fff1", options: {} }],
  },
  {
    title: "ingress_block 5 egress_block 6 clsact",
    command: "tc qdisc add dev v0 ingress_block 5 egress_block 6 clsact",
    bytes: `
      4c000000 2400 0000 00000000 00000000 // nlmsghdr: 76 bytes, RTM_NEWQDISC
      00000000 35000000 0000ffff f1ffffff 01000000 // tcmsg: AF_UNSPEC, ifindex 53, handle, parent, info
      0b00 0100 636c7361 637400 00 // TCA_KIND "clsact"
      0800 0d00 05000000 // TCA_INGRESS_BLOCK 5
      0800 0e00 06000000 // TCA_EGRESS_BLOCK 6
      0400 0200 // TCA_OPTIONS
      0500 0c00 00 000000 // TCA_HW_OFFLOAD 0`,
    ifindex: 53,
    bodies: [
      {
        kind: "clsact",
        handle: "ffff:",
        dev: "if53",
        parent: "ffff:fff1",
        ingress_block: 5,
        egress_block: 6,
        options: {},
      },
    ],
  },
];
