/** Token is a piece of an expression: a path into the record, a literal, a word of the language, or all else. */
export type Token = { kind: "path" | "string" | "number" | "word" | "plain"; text: string };

const kinds =
  /(?<string>"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?)|(?<number>\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?u?\b)|(?<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/g;
const words = new Set(["true", "false", "null", "in"]);
const roots = new Set(["key", "value", "headers", "partition", "offset", "timestamp"]);

function kindOfName(name: string, isCall: boolean): Token["kind"] {
  if (words.has(name)) return "word";
  return roots.has(name.split(".")[0]!) && !(isCall && !name.includes(".")) ? "path" : "plain";
}

/** expressionTokens cuts an expression (CEL) into pieces to be coloured; together they are the expression, also while it is still being typed. */
export function expressionTokens(expression: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const match of expression.matchAll(kinds)) {
    const { string, number } = match.groups!;
    const [text] = match;
    const end = match.index + text.length;
    if (match.index > at) tokens.push({ kind: "plain", text: expression.slice(at, match.index) });
    const name = () => kindOfName(text, expression[end] === "(");
    tokens.push({ kind: string !== undefined ? "string" : number !== undefined ? "number" : name(), text });
    at = end;
  }
  if (at < expression.length) tokens.push({ kind: "plain", text: expression.slice(at) });
  return tokens;
}
