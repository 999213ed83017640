/** CommandPart is a piece of a command: plain text, or a value that is set apart. */
export type CommandPart = string | { value: string };

const PLAIN = new Set(["--bootstrap-server", "--entity-type"]);

/** splitWords cuts a command at spaces outside quotes; a quoted word keeps its quotes. */
function splitWords(command: string): string[] {
  return command.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/gs) ?? [];
}

/** settingParts sets apart the values of name=value lists as kafka-configs.sh takes them, a list of its own in brackets. */
function settingParts(word: string): CommandPart[] {
  const pieces = word.split(/(?<=^'?|,)([\w.-]+=)(\[[^\]]*\]|[^,']*)/);
  return pieces.map((piece, index) => (index % 3 === 2 ? { value: piece } : piece)).filter((piece) => piece !== "");
}

function partsOf([option = "", ...words]: readonly string[]): CommandPart[] {
  if (words.length === 0 || !option.startsWith("--")) return [[option, ...words].join(" ")];
  const value = words.join(" ");
  if (option === "--add-config") return [`${option} `, ...settingParts(value)];
  if (option === "--config")
    return [`${option} ${value.slice(0, value.indexOf("=") + 1)}`, { value: value.slice(value.indexOf("=") + 1) }];
  return PLAIN.has(option) ? [`${option} ${value}`] : [`${option} `, { value }];
}

function layoutStatement(statement: string, most: number): CommandPart[][] {
  const units: string[][] = [];
  for (const word of splitWords(statement)) {
    if (units.length === 0 || word.startsWith("--")) units.push([word]);
    else units.at(-1)!.push(word);
  }
  const lines: { width: number; parts: CommandPart[] }[] = [];
  for (const unit of units) {
    const width = unit.join(" ").length;
    const line = lines.at(-1);
    // A tool never stands alone.
    const fits = line && (line.width + 1 + width <= most || (lines.length === 1 && line.parts.length === 1));
    if (!fits) lines.push({ width, parts: partsOf(unit) });
    else {
      line.width += 1 + width;
      line.parts.push(" ", ...partsOf(unit));
    }
  }
  return lines.map(({ parts }) => parts);
}

/** layoutCommand cuts a script into its commands, breaks each between its options into lines of at most `most` characters where that can be, and sets the values in it apart. */
export function layoutCommand(script: string, most = 78): CommandPart[][][] {
  const commands = script.replaceAll(/\s*\\\n\s*/g, " ").split("\n");
  return commands.map((command) => layoutStatement(command, most));
}
