/** Options in tunnel headers, of filters (flower) and actions (tunnel_key): the attributes have the same numbers. */
import { attr, many, nest, type Type, table } from "../../netlink/attr.ts";
import { be16, be32, mapped, u8, u32 } from "../../netlink/types.ts";
import type { RtContext, RtType } from "../types.ts";

const byteList: Type<number[]> = {
  min: 0,
  read: (view, at, length) => Array.from({ length }, (_, index) => view.getUint8(at + index)),
};

/** Class, type and data again and again. */
export const geneve = (prefix: string): RtType<object[]> =>
  mapped(
    nest(
      table<RtContext>()(prefix, {
        1: many(`${prefix}_CLASS`, "class", be16),
        2: many(`${prefix}_TYPE`, "type", u8),
        3: many(`${prefix}_DATA`, "data", byteList),
      }),
    ),
    (fields) =>
      (fields.class ?? []).map((of, index) => ({
        class: of,
        type: fields.type?.[index] ?? 0,
        data: fields.data?.[index] ?? [],
      })),
  );

export const vxlan = (prefix: string): RtType<object[]> =>
  mapped(nest(table<RtContext>()(prefix, { 1: attr(`${prefix}_GBP`, "gbp", u32) })), ({ gbp = 0 }) => [
    { gbp },
  ]);

export const erspan = (prefix: string): RtType<object[]> =>
  mapped(
    nest(
      table<RtContext>()(prefix, {
        1: attr(`${prefix}_VER`, "ver", u8),
        2: attr(`${prefix}_INDEX`, "index", be32),
        3: attr(`${prefix}_DIR`, "dir", u8),
        4: attr(`${prefix}_HWID`, "hwid", u8),
      }),
    ),
    // The first version has an index, the second a direction and a number.
    ({ ver = 0, index = 0, dir = 0, hwid = 0 }) => [
      ver === 1 ? { ver, index, dir: 0, hwid: 0 } : { ver, index: 0, dir, hwid },
    ],
  );
