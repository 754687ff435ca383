// Parses cards with the real renderer: one card a line in, one report a line out. Ends with its input.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { AdaptiveCard, CardElement, SerializationContext, Versions } = createRequire(import.meta.url)(process.argv[2]);

// What we wrote and the renderer does not write again is a name or a value it does not know, or a default that need not be sent.
function unknownTo(parsed, sent, path = "") {
  if (sent === null || typeof sent !== "object") {
    return String(parsed).toLowerCase() === String(sent).toLowerCase() ? [] : [`${path} = ${JSON.stringify(sent)}`];
  }
  if (parsed === null || typeof parsed !== "object") return [path];
  return Object.keys(sent).flatMap((key) => unknownTo(parsed[key], sent[key], `${path}/${key}`));
}

// The renderer reads a fallback only where it needs it: a host that knows no Execute sees the card like this.
function withoutExecute(node) {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map(withoutExecute);
  if (node.type === "Action.Execute") return node.fallback;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutExecute(value)]));
}

function withoutFallback(node) {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === "fallback" || key === "msteams" ? undefined : value)));
}

function parse(json) {
  // A global expression remembers where it ended, so the renderer refuses the language of every second card.
  CardElement.langProperty.regEx.lastIndex = 0;
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(json, context);
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  const invalid = card.validateProperties().validationEvents.map((event) => event.message);
  return { card, events: [...events, ...invalid], unknown: unknownTo(withoutFallback(card.toJSON()), withoutFallback(json)) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const json = JSON.parse(line);
  const [first, second] = [parse(json), parse(withoutExecute(json))];
  const report = {
    events: [...first.events, ...second.events],
    unknown: [...first.unknown, ...second.unknown],
    inputs: first.card.getAllInputs().map((input) => input.id),
  };
  process.stdout.write(JSON.stringify(report) + "\n");
}
