module.exports = require('../../tools/jest-preset.cjs')({ name: 'published-facts', root: '../..' });
