// Loaded before the program: makes it crash once it runs, with its token in the error, as a library might.

setTimeout(() => {
  throw new Error(`no answer from /bot${process.env.TELEGRAM_TOKEN}/getMe`);
}, 3000);
