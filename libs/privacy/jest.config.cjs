module.exports = require('../../tools/jest-preset.cjs')({ name: 'privacy', root: '../..' });
