import { commandLine } from '../../../content/compile/command-line.ts';
import { compileRouting } from '../../../content/compile/routing/compile.ts';
import { pastTickets } from '../../store/past-tickets.ts';
import { type Answer, answerOf } from './answer.ts';
import { type Read, readJson } from './json-file.ts';
import { answerLines, replayLines } from './lines.ts';
import { type Task, taskOf } from './options.ts';
import { type Replay, replay } from './replay.ts';
import { routingAt, rulesInUse } from './rules-place.ts';
import { subjectOf, ticketFile } from './ticket-file.ts';
import { usage } from './usage.ts';

type Done = { kind: 'ticket'; answer: Answer } | { kind: 'replay'; answer: Replay };

const { values } = commandLine(usage, {
  options: {
    ticket: { type: 'string' },
    replay: { type: 'string' },
    rules: { type: 'string' },
    current: { type: 'string' },
    at: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const asked = taskOf(values, { now: Date.now(), rules: rulesInUse() });
if (!asked.ok) {
  console.error(`${asked.error}\n\n${usage}`);
  process.exitCode = 2;
} else {
  const result = await run(asked.task);
  if (!result.ok) {
    for (const error of result.errors) console.error(error);
    process.exitCode = 1;
  } else if (values.json) console.log(JSON.stringify(result.value.answer));
  else console.log(linesOf(result.value).join('\n'));
}

function linesOf(done: Done): string[] {
  return done.kind === 'ticket' ? answerLines(done.answer) : replayLines(done.answer);
}

async function run(task: Task): Promise<Read<Done>> {
  const rules = await routingAt(task.rules, compileRouting);
  if (!rules.ok) return rules;
  if (task.kind === 'ticket') {
    const ticket = readJson(task.file, ticketFile);
    if (!ticket.ok) return ticket;
    const answer = answerOf({ subject: subjectOf(ticket.value), routing: rules.value, at: task.at });
    return { ok: true, value: { kind: 'ticket', answer } };
  }
  const current = await routingAt(task.current, compileRouting);
  if (!current.ok) return current;
  try {
    const answer = replay(pastTickets(task.database), { current: current.value, changed: rules.value });
    return { ok: true, value: { kind: 'replay', answer } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, errors: [`${task.database}: ${reason}; expected the database of a server, data/tierzero.db`] };
  }
}
