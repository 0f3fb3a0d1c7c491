module.exports = require('../../tools/jest-preset.cjs')({ name: 'connections', root: '../..' });
