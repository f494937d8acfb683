// Forms: hides and shows by the answers, adds and removes rows, keeps the draft. Everything works without this file too.
(() => {
  'use strict';

  const TEMPLATE_ROW = 9999;
  const PAUSE_BEFORE_DRAFT = 1200;

  const elements = (root, selector) => Array.from(root.querySelectorAll(selector));

  // ---- Answers as the conditions see them -------------------------------------------------

  const isoDate = text => {
    const parts = /^\s*(\d{1,2})[.\/\- ](\d{1,2})[.\/\- ](\d{4})\s*$/.exec(text) || /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
    if (parts) return `${parts[3]}-${parts[2].padStart(2, '0')}-${parts[1].padStart(2, '0')}`;
    return /^\s*\d{4}-\d{2}-\d{2}\s*$/.test(text) ? text.trim() : null;
  };

  const valueOf = field => {
    const inputs = elements(field, 'input, select, textarea').filter(input => input.name === field.dataset.field);
    switch (field.dataset.type) {
      case 'checkbox': return inputs.some(input => input.checked);
      case 'checklist': {
        const chosen = inputs.filter(input => input.checked).map(input => input.value);
        return chosen.length ? chosen : null;
      }
      case 'radio': return inputs.find(input => input.checked)?.value ?? null;
      case 'number': {
        const text = (inputs[0]?.value ?? '').replace(/\s/g, '').replace(',', '.');
        return text === '' || Number.isNaN(Number(text)) ? null : Number(text);
      }
      case 'date': return isoDate(inputs[0]?.value ?? '');
      case 'datetime': {
        const date = isoDate(inputs[0]?.value ?? '');
        const time = field.querySelector('.time')?.value.trim() ?? '';
        return date && /^\d{1,2}[:.]\d{2}$/.test(time) ? `${date}T${time.replace('.', ':').padStart(5, '0')}` : null;
      }
      default: return (inputs[0]?.value ?? '').trim() || null;
    }
  };

  // ---- Conditions: nested arrays made by the server; truth has three values, as in FEEL ---

  const same = (a, b) => {
    if (a === null || b === null) return a === b;
    return typeof a === typeof b && typeof a !== 'object' ? a === b : null;
  };
  const not = a => (typeof a === 'boolean' ? !a : null);
  const evaluate = (node, lookup) => {
    if (!Array.isArray(node)) return node;
    const [operator, ...operands] = node;
    if (operator === 'name') return lookup(operands[0]);
    const values = operands.map(operand => evaluate(operand, lookup));
    const [a, b] = values;
    switch (operator) {
      case 'not': return not(a);
      case 'and': return a === false || b === false ? false : a === true && b === true ? true : null;
      case 'or': return a === true || b === true ? true : a === false && b === false ? false : null;
      case '=': return same(a, b);
      case '!=': return not(same(a, b));
      case 'in': return values.slice(1).flat().some(candidate => same(a, candidate) === true);
      default: {
        if (typeof a !== typeof b || !['string', 'number'].includes(typeof a)) return null;
        return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b;
      }
    }
  };

  const applyConditions = form => {
    const conditional = elements(form, '[data-hide]').filter(field => field.dataset.hide);
    if (!conditional.length) return;
    for (let round = 0; round <= conditional.length; round++) {
      const answers = new Map();
      for (const field of elements(form, '[data-field]')) {
        if (!field.closest('[hidden]')) answers.set(field.dataset.field, valueOf(field));
      }
      let changed = false;
      for (const field of conditional) {
        const scope = field.dataset.scope ?? '';
        const lookup = name => (scope ? answers.get(scope + name) : null) ?? answers.get(name) ?? null;
        const hide = evaluate(JSON.parse(field.dataset.hide), lookup) === true;
        changed ||= field.hidden !== hide;
        field.hidden = hide;
      }
      if (!changed) return;
    }
  };

  // ---- Rows -------------------------------------------------------------------------------

  const rowsOf = list => elements(list, ':scope > .prow');

  const countRows = list => {
    const rows = rowsOf(list);
    rows.forEach((row, index) => {
      row.querySelector('[data-row-number]').textContent = String(index + 1);
      const name = `${list.querySelector('legend').textContent.trim()}: ${index + 1}`;
      row.setAttribute('aria-label', name);
      const remove = row.querySelector('[data-remove]');
      remove.setAttribute('aria-label', `${remove.textContent.trim()}: ${name}`);
    });
    list.querySelector('[data-add]').hidden = rows.length >= Number(list.dataset.max);
  };

  const say = (list, words) => { list.querySelector('[data-said]').textContent = words; };

  const addRow = list => {
    const next = 1 + Math.max(-1, ...rowsOf(list).map(row => Number(row.dataset.row)));
    const holder = document.createElement('template');
    holder.innerHTML = list.querySelector('template').innerHTML.replaceAll(String(TEMPLATE_ROW), String(next));
    const row = holder.content.firstElementChild;
    list.insertBefore(row, list.querySelector('template'));
    countRows(list);
    say(list, list.dataset.added);
    row.querySelector('input:not([type=hidden]), select, textarea')?.focus();
  };

  const removeRow = (list, row) => {
    const neighbour = row.nextElementSibling?.classList.contains('prow') ? row.nextElementSibling : row.previousElementSibling;
    row.remove();
    countRows(list);
    say(list, list.dataset.removed);
    (neighbour?.querySelector('[data-remove]') ?? list.querySelector('[data-add]')).focus();
  };

  // ---- Draft ------------------------------------------------------------------------------

  const draftOf = (form, page) => {
    const status = page.querySelector('[data-draft-status]');
    let timer = 0;
    let dirty = false;
    const show = (text, failed) => {
      status.textContent = text;
      status.classList.toggle('failed', failed);
    };
    const save = async () => {
      clearTimeout(timer);
      if (!dirty) return;
      dirty = false;
      show(page.dataset.saving, false);
      try {
        const body = new URLSearchParams();
        new FormData(form).forEach((value, name) => { if (typeof value === 'string') body.append(name, value); });
        const answer = await fetch(page.dataset.draftUrl, { method: 'POST', body, keepalive: true, credentials: 'same-origin', redirect: 'error' });
        if (!answer.ok) throw new Error(String(answer.status));
        const now = new Date();
        const time = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
        show(`✓ ${page.dataset.saved.replace('{0}', time)}`, false);
      } catch {
        dirty = true;
        show(page.dataset.failed, true);
      }
    };
    const touch = () => {
      dirty = true;
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE_BEFORE_DRAFT);
    };
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') save(); });
    form.addEventListener('submit', () => { clearTimeout(timer); dirty = false; });
    return touch;
  };

  // ---- A form -----------------------------------------------------------------------------

  const start = page => {
    const form = page.closest('form');
    if (!form) return;
    const touch = page.dataset.draftUrl && page.querySelector('[data-draft-status]') ? draftOf(form, page) : () => {};

    page.addEventListener('input', () => { applyConditions(page); touch(); });
    page.addEventListener('change', event => {
      const box = event.target;
      if (box.classList.contains('date') && isoDate(box.value)) box.value = isoDate(box.value).split('-').reverse().join('.');
      applyConditions(page);
      touch();
    });

    // A second press on a chosen answer takes it back: a radio alone could not be emptied.
    let chosenBefore = null;
    page.addEventListener('pointerdown', event => {
      chosenBefore = event.target.closest('.seg label')?.querySelector('input:checked') ?? null;
    });
    page.addEventListener('click', event => {
      const radio = event.target.closest('.seg label')?.querySelector('input');
      if (radio && radio === chosenBefore && event.target === radio) {
        radio.checked = false;
        chosenBefore = null;
        radio.dispatchEvent(new Event('change', { bubbles: true }));
      }
      const list = event.target.closest('[data-list]');
      if (list && event.target.closest('[data-add]')) {
        event.preventDefault();
        addRow(list);
        touch();
      } else if (list && event.target.closest('[data-remove]')) {
        event.preventDefault();
        removeRow(list, event.target.closest('.prow'));
        touch();
      }
    });

    // Enter in a line moves on instead of posting the whole form.
    page.addEventListener('keydown', event => {
      if (event.key === 'Enter' && event.target.matches('input:not([type=checkbox]):not([type=radio])')) event.preventDefault();
    });

    applyConditions(page);
    page.querySelector('[data-summary]')?.focus();
  };

  const startAll = () => elements(document, '.pform[data-form]').forEach(page => {
    if (page.dataset.started) return;
    page.dataset.started = 'yes';
    start(page);
  });
  startAll();
  document.addEventListener('htmx:load', startAll);
})();
