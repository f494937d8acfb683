// Comfort only: every page works without this file.
(() => {
  'use strict';
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('pana-exit') : null;

  // The page goes blank at once; the way out replaces it in the history.
  function leave(tell) {
    document.documentElement.classList.add('leaving');
    document.title = ' ';
    if (tell && channel) channel.postMessage('leave');
    const exit = document.querySelector('#quick-exit, .pd-exit');
    location.replace(exit ? exit.href : '/exit');
  }
  if (channel) channel.onmessage = () => leave(false);

  document.addEventListener('click', e => {
    const exit = e.target.closest && e.target.closest('#quick-exit');
    if (exit) { e.preventDefault(); leave(true); }
  });

  // Esc or Shift three times within two seconds.
  let pressed = [];
  document.addEventListener('keyup', e => {
    if (e.key !== 'Escape' && e.key !== 'Shift') { pressed = []; return; }
    const now = e.timeStamp;
    pressed = pressed.filter(p => p.key === e.key && now - p.at < 2000);
    pressed.push({ key: e.key, at: now });
    if (pressed.length >= 3) leave(true);
  });

  // A page from the browser's memory is not shown again: after leaving, Back must not bring it.
  addEventListener('pageshow', e => { if (e.persisted) location.reload(); });

  // A menu closes with Esc or a touch outside.
  document.addEventListener('click', e => {
    for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(e.target)) menu.open = false;
  });
  document.addEventListener('keydown', e => {
    if (e.key === 'Escape') for (const menu of document.querySelectorAll('details.menu[open]')) { menu.open = false; menu.querySelector('summary').focus(); }
  });

  // One press of a button is one act.
  document.addEventListener('submit', e => {
    const form = e.target;
    if (form.dataset.sent && form.method === 'post') { e.preventDefault(); return; }
    form.dataset.sent = '1';
    setTimeout(() => delete form.dataset.sent, 4000);
  });
})();
