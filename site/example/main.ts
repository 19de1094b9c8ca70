import { withHelp } from './help.ts';
import { startOrders } from './orders.ts';
import { startSettings } from './settings.ts';
import { followLinks, showView } from './views.ts';

// What an agent would ask first. The card shows it before it is sent.
withHelp((tierzero) => void tierzero('context', { plan: 'Team', version: '4.2.0' }));

startOrders();
startSettings();
followLinks();
showView(false);
