module.exports = require('../../tools/jest-preset.cjs')({ name: 'platform-sandbox', root: '../..' });
