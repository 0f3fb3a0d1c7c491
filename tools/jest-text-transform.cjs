// Lets a spec import a .hbs template as a string, as the server build does.
module.exports = { process: (source) => ({ code: `module.exports = ${JSON.stringify(source)};` }) };
