// Has the browser keep a visitor's name beside those that it has; filled in by reload.py.
const found = document.cookie.match(/(?:^|; )COOKIE=([^;]*)/);
const had = found ? found[1].split('.') : [];
if (!had.includes('KEY'))
  document.cookie = 'COOKIE=' + [...had, 'KEY'].slice(-MOST).join('.')
    + '; path=/; max-age=SECONDS; SameSite=Strict';
