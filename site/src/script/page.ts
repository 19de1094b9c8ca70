import { startContents } from './contents.ts';
import { startCopy } from './copy.ts';
import { startFeedback } from './feedback.ts';
import { startIssues } from './issues.ts';
import { startOffline } from './offline.ts';
import { startPictures } from './pictures.ts';
import { startSeals } from './seals.ts';
import { startSearch } from './search.ts';
import { startTabs } from './tabs.ts';
import { startTheme } from './theme.ts';
import { startWorker } from './worker.ts';

// Everything a page of the help center does before somebody acts on it. Search and panel come on intent.
startTheme();
startSearch();
startTabs();
startCopy();
startContents();
startPictures();
startSeals();
startFeedback();
void startOffline();
void startIssues();
startWorker();
