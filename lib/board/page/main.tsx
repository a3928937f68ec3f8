/** The board's page. */
import { render } from 'preact';
import { App } from './app';
import { StoreContext } from './model/hooks';
import { follow, takeToken } from './model/server';
import { Store } from './model/store';

takeToken();
const store = new Store();
const root = document.getElementById('board');
if (root) {
  root.replaceChildren();
  render(
    <StoreContext.Provider value={store}>
      <App />
    </StoreContext.Provider>,
    root,
  );
  follow(store);
}
