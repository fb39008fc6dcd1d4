/**
 * Generates the JSON Schema of `nlmon -f json` from the types of events and objects, with what their comments say.
 * Only the build and the tests load this: it needs a TypeScript compiler.
 */
import { resolve } from "node:path";
import * as TJS from "typescript-json-schema";
import { version } from "../../../package.json";
import { EVENTS } from "../../events/event.ts";
import { OBJECT_NAMES, type ObjectName } from "../../rtnetlink/objects.ts";
import { VERBS } from "../../state/change.ts";

type Schema = { [key: string]: unknown };

/** `exact`: an object with a key that its type does not have does not fit; for tests. */
export function generateSchema(exact = false): Schema {
  const objects = properties("SchemaObjects", exact);
  const parts = properties("SchemaParts", exact);
  const events = [...OBJECT_NAMES.map(ofObject), addresses(parts)];
  const common = {
    time: {
      type: "string",
      pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z$",
      description: "RFC 3339, UTC, microseconds: when it was received",
    },
    seq: { type: "integer", minimum: 1, description: "from 1, without gaps" },
    origin: parts.origin,
    netns: { type: "string", description: "the network namespace, where --netns named it" },
    nsid: { type: "integer", description: "its id, with --all-nsid" },
  };
  const ofChange = {
    cause: { type: "string", description: "of inferred changes: the event that they follow from" },
    changed: {
      type: "object",
      description:
        "field -> [before, after]; null where there is none; nested ones as linkinfo.info_data.mtu",
      additionalProperties: { type: "array", minItems: 2, maxItems: 2 },
    },
    by: parts.by,
    unknown: parts.unknown,
    problems: parts.problems,
  };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `urn:nlmon:events:${version}`,
    title: `a line of nlmon -f json, version ${version}`,
    oneOf: [
      ...events.map((event) => extended(event, { ...common, ...ofChange }, exact)),
      ...NOTICES.map((notice) => extended(notice, common, exact)),
    ],
    definitions: objects,
  };
}

const NUMBER = { type: "integer", minimum: 0 };

const NOTICES = [
  { event: { enum: EVENTS.filter((name) => name === "monitor.ready" || name.startsWith("netns.")) } },
  {
    event: { const: "monitor.overflow" },
    lost: { ...NUMBER, description: "messages that the kernel dropped" },
  },
  {
    event: { const: "monitor.resynced" },
    events: { ...NUMBER, description: "differences that were told since the loss" },
  },
].map((properties) => ({ type: "object", properties, required: Object.keys(properties) }));

interface ObjectSchema extends Schema {
  properties: Schema;
  required: string[];
}

function ofObject(object: ObjectName): ObjectSchema {
  const properties: Schema = {
    event: { enum: VERBS[object].map((verb) => `${object}.${verb}`) },
    ...DEVICE,
    [object]: { $ref: `#/definitions/${object}` },
  };
  const named = object === "link" || object === "address" ? ["ifindex", "ifname"] : [];
  return { type: "object", properties, required: ["event", ...named, object] };
}

const DEVICE = {
  ifindex: { type: "integer" },
  ifname: { type: "string", description: "the name that it has now" },
};

/** Its parts stand beside those that every event has. */
function addresses(parts: Schema): ObjectSchema {
  const { properties, required } = parts.addresses as ObjectSchema;
  return {
    type: "object",
    properties: { event: { const: "addresses.changed" }, ...DEVICE, ...properties },
    required: ["event", "ifindex", "ifname", ...required],
  };
}

const extended = (
  { properties, required, ...rest }: ObjectSchema,
  common: Schema,
  exact: boolean,
): Schema => ({
  ...rest,
  properties: { ...common, ...properties },
  required: ["time", "seq", "origin", ...required],
  ...(exact && { additionalProperties: false }),
});

/** The schema of each property of a type of shapes.ts. */
function properties(type: string, exact: boolean): Schema {
  const generator = (generators[String(exact)] ??= build(exact));
  const whole = generator.getSchemaForSymbol(type) as Schema;
  const inlined = inline(whole.properties, (whole.definitions ?? {}) as Schema, []);
  return inlined as Schema;
}

const generators: Record<string, TJS.JsonSchemaGenerator> = {};

function build(exact: boolean): TJS.JsonSchemaGenerator {
  const program = TJS.getProgramFromFiles([resolve(import.meta.dir, "shapes.ts")], {
    target: "esnext",
    module: "preserve",
    moduleResolution: "bundler",
    lib: ["lib.esnext.d.ts"],
    types: ["bun"],
    strict: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const generator = TJS.buildGenerator(program, { required: true, noExtraProps: exact, ignoreErrors: true });
  if (generator === null) throw new Error("no schema: the types cannot be read");
  return generator;
}

/** Puts what is referred to where it is referred to: the names of the generator are no names for people. */
function inline(schema: unknown, definitions: Schema, within: readonly string[]): unknown {
  if (Array.isArray(schema)) return schema.map((item) => inline(item, definitions, within));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, ...rest } = schema as Schema;
  if (typeof $ref === "string") {
    const name = decodeURIComponent($ref.replace("#/definitions/", ""));
    // A type that holds itself is not followed.
    if (within.includes(name)) return rest;
    return { ...(inline(definitions[name], definitions, [...within, name]) as Schema), ...rest };
  }
  // Of an object of which nothing is known nothing is asked.
  if (rest.additionalProperties === false && rest.properties === undefined) delete rest.additionalProperties;
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, inline(value, definitions, within)]),
  );
}
