module.exports = require('../../tools/jest-preset.cjs')({ name: 'event-sourcing', root: '../..' });
