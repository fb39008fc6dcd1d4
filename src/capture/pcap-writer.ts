/** Writes pcap files of netlink messages (LINKTYPE_NETLINK), one message a packet: Wireshark reads no padding. */
import { COOKED_SIZE, LINKTYPE_NETLINK, writeCooked } from "./linktype.ts";
import { MAX_PACKET } from "./packet.ts";
import { PCAP_HEADER_SIZE, PCAP_MICRO, PCAP_RECORD_SIZE } from "./pcap.ts";

export function pcapHeader(): Uint8Array {
  const header = new Uint8Array(PCAP_HEADER_SIZE);
  const view = new DataView(header.buffer);
  view.setUint32(0, PCAP_MICRO, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, MAX_PACKET, true);
  view.setUint32(20, LINKTYPE_NETLINK, true);
  return header;
}

/** A packet with a message, and a note behind it, if any. `time` in microseconds. */
export function pcapRecord(
  time: number,
  packetType: number,
  message: Uint8Array,
  note?: Uint8Array,
): Uint8Array {
  const padded = note === undefined ? message.length : (message.length + 3) & ~3;
  const length = COOKED_SIZE + padded + (note?.length ?? 0);
  const record = new Uint8Array(PCAP_RECORD_SIZE + length);
  const view = new DataView(record.buffer);
  const seconds = Math.floor(time / 1_000_000);
  view.setUint32(0, seconds, true);
  view.setUint32(4, time - seconds * 1_000_000, true);
  view.setUint32(8, length, true);
  view.setUint32(12, length, true);
  writeCooked(view, PCAP_RECORD_SIZE, packetType);
  const start = PCAP_RECORD_SIZE + COOKED_SIZE;
  record.set(message, start);
  if (note !== undefined) record.set(note, start + padded);
  return record;
}
