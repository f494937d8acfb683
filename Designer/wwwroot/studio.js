// Puts one element of Elsa Studio on the page, after its provider, and tells when it is there.
(() => {
  const { api, element: name, key, id } = document.body.dataset;
  const endpoint = new URL(api, location.href).href;
  const base = document.baseURI;
  const main = document.getElementById('studio');
  const loading = document.getElementById('pd-loading');

  // Dates and numbers follow the user's language; the studio reads this once, at start.
  const cultures = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };
  localStorage.setItem('BlazorCulture', cultures[document.documentElement.lang] || 'kk-KZ');

  const provider = document.createElement('elsa-backend-provider');
  provider.setAttribute('remote-endpoint', endpoint);
  const element = document.createElement(name);
  element.setAttribute('remote-endpoint', endpoint);
  if (key) element.setAttribute(key, id);
  main.append(provider, element);

  const edit = id => location.assign(`${base}workflows/definitions/${encodeURIComponent(id)}/edit`);
  const view = id => location.assign(`${base}workflows/instances/${encodeURIComponent(id)}/view`);
  customElements.whenDefined(name).then(() => {
    element.editWorkflowDefinition = edit;
    element.viewWorkflowInstance = view;
  });

  // Plain links of the studio start at the origin's root; ours live under the designer.
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href^="/workflows/"]');
    if (link) {
      event.preventDefault();
      location.assign(base + link.getAttribute('href').slice(1));
    }
  }, true);

  // "Run" in the editor changes the address without loading the page that belongs to it.
  const shownAt = location.pathname;
  const pushState = history.pushState.bind(history);
  history.pushState = (...args) => {
    pushState(...args);
    if (location.pathname !== shownAt && /\/workflows\/(instances|definitions)\/[^/]+\/(view|edit)$/.test(location.pathname)) location.reload();
  };

  // A list is there with its table, an editor or viewer with its canvas (or, for a root without one, with its tabs).
  const started = Date.now();
  const there = () => key
    ? element.querySelector('.x6-graph-svg') !== null || (element.querySelector('.mud-tabs') !== null && Date.now() - started > 60000)
    : element.querySelector('table') !== null;
  const watch = new MutationObserver(() => {
    if (!there()) return;
    watch.disconnect();
    loading.remove();
    document.body.dataset.ready = 'true';
  });
  watch.observe(element, { childList: true, subtree: true });
})();
