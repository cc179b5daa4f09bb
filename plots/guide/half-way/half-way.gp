# half-way: The epoch at which the loss has halved
#
# Draw it again:   gnuplot half-way.gp
# As PNG or PDF:   gnuplot -e "format='png'" half-way.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" half-way.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'half-way.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 900,560 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 1800,1120 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 9.38in,5.83in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,277 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1108 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,2.89in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.10556
if (medium eq 'web') set rmargin at screen 0.96667
if (medium eq 'web') set bmargin at screen 0.14286
if (medium eq 'web') set tmargin at screen 0.91964
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.27367
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.38608
if (medium eq 'paper') set tmargin at screen 0.89603
set border 3 linecolor '#404040'
set title 'Halved loss of penguin-fly' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.53611,0.04509 center
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.03553,0.53125 center rotate by 90
if (medium eq 'slides') set label 40 'epoch' at screen 0.53407,0.152 center
if (medium eq 'slides') set label 1 'loss (mean squared error)' at screen 0.02063,0.59183 center rotate by 90
if (medium eq 'paper') set label 40 'epoch' at screen 0.55945,0.24553 center
if (medium eq 'paper') set label 1 'loss (mean squared error)' at screen 0.03599,0.64106 center rotate by 90
if (medium eq 'web') set xrange [0:350]
if (medium eq 'web') set xtics out nomirror 50
if (medium eq 'slides') set xrange [0:350]
if (medium eq 'slides') set xtics out nomirror 50
if (medium eq 'paper') set xrange [0:350]
if (medium eq 'paper') set xtics out nomirror 100
if (medium eq 'web') set yrange [0:1.05]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.05]
if (medium eq 'slides') set ytics out nomirror 0.2
if (medium eq 'paper') set yrange [0:1.05]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set key top right samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.122 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -7
if (medium eq 'paper') set key at screen 0.01309,0.21087 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -7
set arrow from graph 0, first 0.4999999999999999 to graph 1, first 0.4999999999999999 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
set object rectangle from first 146.5, graph 0 to first 147.5, graph 1 behind fillcolor rgb '#fbe3d6' fillstyle solid noborder
plot 'half-way.tsv' using 'epoch':'loss' with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss', \
     NaN with lines linecolor rgb '#999999' linewidth 1 dashtype 1 title 'half of the initial loss', \
     NaN with lines linecolor rgb '#fbe3d6' linewidth 10 dashtype 1 title 'epoch 147'
