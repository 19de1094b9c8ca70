export const usage = `npm run route -- --ticket FILE.json [--rules PLACE] [--at INSTANT] [--json]
npm run route -- --replay FILE.db --rules PLACE [--current PLACE] [--json]
  --ticket FILE    a ticket as the widget sends it, with "verified" and "exhausted" where they matter:
                   {"topic": "billing", "locale": "en", "message": "Charged twice", "context": []}
  --rules PLACE    a compiled routing.json, a content folder, or a folder with the files of routing/;
                   default what was built: dist/public/_routing.json, or else dist/content/routing.json
  --at INSTANT     when it comes in, such as 2026-11-27T09:30:00Z; default now
  --replay FILE    the database of past tickets, which is only read: what would move where with other rules
  --current PLACE  the rules to compare with; default what was built
  --json           one JSON object
Tier, group, reasons, the promised time, and the rule that would have matched next.`;
