/** The page's beginning. */
import { startPage } from './views/page.js';

startPage();
