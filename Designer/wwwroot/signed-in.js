new BroadcastChannel('pana-sign-in').postMessage('signed-in');
window.close();
