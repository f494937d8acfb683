// Elsa Studio and the form editor speak English only: their texts are replaced as they appear, inside the element that
// names a dictionary (data-words). What people have typed is never touched.
(() => {
  const place = document.querySelector('body [data-words]') ?? document.body;
  const address = place.dataset.words;
  const SKIP = 'script, style, textarea, code, pre, .monaco-editor, [contenteditable="true"], .pd-bar, .pd-banner, .fjs-element';
  const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];
  const exact = new Map();
  const patterns = [];

  function learn(dictionary) {
    for (const [english, ours] of Object.entries(dictionary)) {
      if (!/\{\d\}/.test(english)) {
        exact.set(english.trim(), ours.trim());
        continue;
      }
      const order = [];
      const source = english.split(/(\{\d\})/).map(part => {
        const slot = /^\{(\d)\}$/.exec(part);
        if (!slot) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        order.push(slot[1]);
        return '(.+?)';
      }).join('');
      patterns.push({ match: new RegExp('^' + source + '$', 's'), order, ours });
    }
  }

  // The same English word may need another one in a menu: "menu:Cancel".
  function say(text, inMenu) {
    const bare = text.trim();
    if (bare.length === 0 || bare.length > 400 || !/[A-Za-z]/.test(bare)) return null;
    let ours = (inMenu ? exact.get('menu:' + bare) : undefined) ?? exact.get(bare);
    if (ours === undefined && /[\d{ ]/.test(bare)) {
      for (const { match, order, ours: form } of patterns) {
        const found = match.exec(bare);
        if (found) {
          ours = form.replace(/\{(\d)\}/g, (_, slot) => {
            const value = found[order.indexOf(slot) + 1] ?? '';
            return exact.get(value) ?? value;
          });
          break;
        }
      }
    }
    return ours === undefined || ours === bare ? null : text.replace(bare, () => ours);
  }

  function translate(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement?.closest(SKIP)) return;
      const ours = say(node.data, node.parentElement?.closest('.mud-menu-item') !== null);
      if (ours !== null) node.data = ours;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(SKIP)) {
      if (node.matches?.('textarea')) attributes(node);
      return;
    }
    attributes(node);
    for (const child of node.childNodes) translate(child);
  }

  function attributes(element) {
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      const ours = value === null ? null : say(value, false);
      if (ours !== null) element.setAttribute(name, ours);
    }
  }

  // What Elsa Studio offers and this engine does not have: known by its English words or by ours for them.
  const settings = '.mud-tabs-panels .mud-typography-overline';
  const LEFT_OUT = [
    { at: '.mud-tab', says: ['Test', 'Commit Strategy'] },
    { at: '.mud-tab', says: ['Log'], unless: 'elsa-workflow-instance-viewer' },
    { at: settings, says: ['Commit Strategy'], takes: element => element.parentElement, unless: 'elsa-workflow-instance-viewer' },
    { at: '.mud-input-label', says: ['Merge Mode', 'Converter'], takes: element => element.closest('.mud-select') ?? element.closest('.mud-input-control') },
    { at: '.mud-input-label', says: ['Log Persistence Strategy'], takes: element => element.closest('.d-flex.flex-row') },
    { at: '.workflow-root-template-option', says: ['State machine'], starts: true },
    { at: '.mud-menu-item', says: ['Import'], only: 'elsa-workflow-instance-list' },
  ];

  function leaveOut() {
    const found = new Set();
    for (const rule of LEFT_OUT) {
      if ((rule.unless && document.querySelector(rule.unless)) || (rule.only && !document.querySelector(rule.only))) continue;
      for (const element of document.querySelectorAll(rule.at)) {
        const text = element.textContent.trim();
        const said = rule.says.some(english => [english, exact.get(english)].some(word => word && (rule.starts ? text.startsWith(word) : text === word)));
        if (said) found.add(rule.takes?.(element) ?? element);
      }
    }
    for (const element of document.querySelectorAll('[data-left-out]')) if (!found.has(element)) element.removeAttribute('data-left-out');
    for (const element of found) element.toggleAttribute('data-left-out', true);
  }

  // Our steps, by the name the toolbox and the journal show, so that the style sheet can give them icons.
  const steps = JSON.parse(document.body.dataset.steps ?? '{}');
  function mark() {
    for (const item of document.querySelectorAll('[draggable="true"]:not([data-step])')) {
      const step = steps[item.textContent.trim()];
      if (step) item.dataset.step = step;
    }
    for (const item of document.querySelectorAll('.mud-timeline-item')) {
      const step = steps[item.querySelector('.mud-text-secondary')?.textContent.trim().split(' - ')[0]] ?? '';
      if ((item.dataset.step ?? '') !== step) item.dataset.step = step;
    }
  }

  let asked = false;
  function look() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      leaveOut();
      mark();
    });
  }

  new MutationObserver(changes => {
    look();
    if (exact.size === 0) return;
    for (const change of changes) {
      if (change.type === 'childList') change.addedNodes.forEach(translate);
      else if (change.type === 'characterData') translate(change.target);
      else if (!change.target.closest(SKIP)) attributes(change.target);
    }
  }).observe(place, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  if (address) {
    fetch(address).then(answer => answer.json()).then(dictionary => {
      learn(dictionary);
      translate(place);
      look();
    });
  }
})();
