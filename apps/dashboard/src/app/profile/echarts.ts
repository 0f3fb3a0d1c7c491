/** The parts of ECharts that are used, as one chunk that is loaded when a chart comes into view. */
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, AriaComponent, GridComponent, SVGRenderer]);

export { init };
