/** The value of a field in words. */
import { Dev } from "../rtnetlink/dev.ts";

export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value !== "object" || value instanceof Dev) return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one !== "object" || one instanceof Dev))
    return value.join(",") || "none";
  return JSON.stringify(value);
}
