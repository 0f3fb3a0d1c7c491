module.exports = require('../../tools/jest-preset.cjs')({ name: 'platform-guide', root: '../..' });
