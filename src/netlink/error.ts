/** NLMSG_ERROR and NLMSG_DONE: what the kernel says of a request (netlink(7), include/uapi/linux/netlink.h). */
import { errnoName, errnoText } from "../../ffi/errno.ts";
import { attr, type FieldsOf, nest, table } from "./attr.ts";
import { Context } from "./context.ts";
import { type Message, NLM_F_ACK_TLVS, NLM_F_CAPPED, NLMSG_DONE, NLMSG_HDRLEN } from "./nlmsg.ts";
import { bytes, str, u32 } from "./types.ts";

const policy = table<Context>()("NL_POLICY_TYPE_ATTR", {
  1: attr("NL_POLICY_TYPE_ATTR_TYPE", "type", u32),
});

const NLMSGERR = {
  1: attr("NLMSGERR_ATTR_MSG", "msg", str),
  2: attr("NLMSGERR_ATTR_OFFS", "offs", u32),
  3: attr("NLMSGERR_ATTR_COOKIE", "cookie", bytes),
  4: attr("NLMSGERR_ATTR_POLICY", "policy", nest(policy)),
  5: attr("NLMSGERR_ATTR_MISS_TYPE", "miss_type", u32),
  6: attr("NLMSGERR_ATTR_MISS_NEST", "miss_nest", u32),
} as const;
const nlmsgerr = table<Context>()("NLMSGERR_ATTR", NLMSGERR);

/** `error` is 0 for an acknowledgement, else -errno; the rest is the extended acknowledgement, where sent. */
export interface NetlinkError extends FieldsOf<typeof NLMSGERR> {
  error: number;
  code?: string;
  /** Type and seq of the request it answers (not in NLMSG_DONE). */
  request?: { type: number; seq: number };
}

/** Reads NLMSG_ERROR, or NLMSG_DONE whose body is the error alone. undefined when too short to tell. */
export function readError(message: Message, cx = new Context()): NetlinkError | undefined {
  const { view, at, end, flags } = message;
  if (end - at < 4) return undefined;
  const error = view.getInt32(at, true);
  const result: NetlinkError = error === 0 ? { error } : { error, code: errnoName(-error) };
  let attributes = at + 4;
  if (message.type !== NLMSG_DONE) {
    if (end - attributes < NLMSG_HDRLEN) return result;
    result.request = {
      type: view.getUint16(attributes + 4, true),
      seq: view.getUint32(attributes + 8, true),
    };
    attributes += repeated(view.getUint32(attributes, true), error, flags);
  }
  if ((flags & NLM_F_ACK_TLVS) !== 0 && attributes <= end)
    return { ...result, ...nlmsgerr.read(view, attributes, end, cx) };
  return result;
}

/** Bytes of the request that stand before the attributes: all of it, or its header where the kernel capped it. */
const repeated = (length: number, error: number, flags: number): number =>
  error === 0 || (flags & NLM_F_CAPPED) !== 0
    ? NLMSG_HDRLEN
    : Math.max(NLMSG_HDRLEN, Math.ceil(length / 4) * 4);

/** The kernel refused a request. */
export class RequestError extends Error {
  readonly code: string;
  constructor(
    readonly request: string,
    readonly error: NetlinkError,
  ) {
    const said = error.msg === undefined ? "" : `: ${error.msg}`;
    super(`${request}: ${errnoText(-error.error)} (${errnoName(-error.error)})${said}`);
    this.name = "RequestError";
    this.code = errnoName(-error.error);
  }
}
