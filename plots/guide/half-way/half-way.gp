# half-way: When half of the loss is gone
#
# Draw it again:   gnuplot half-way.gp
# As PNG or PDF:   gnuplot -e "format='png'" half-way.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'half-way.' . format
if (format eq 'svg') set terminal svg size 900,560 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 1800,1120 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 9.38in,5.83in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.10555555555555556
set rmargin at screen 0.9666666666666667
set bmargin at screen 0.14285714285714285
set tmargin at screen 0.9196428571428571
set border 3 linecolor '#404040'
set title 'Half of the loss of penguin-fly' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:350]
set xtics out nomirror
set ylabel 'loss (mean squared error)' offset 0.5,0
set yrange [0:1.05]
set ytics out nomirror
set key top right samplen 2 spacing 1.15
set arrow from graph 0, first 0.5 to graph 1, first 0.5 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
set object rectangle from first 146.5, graph 0 to first 147.5, graph 1 behind fillcolor rgb '#fbe3d6' fillstyle solid noborder
plot NaN with lines linecolor rgb '#999999' linewidth 1 dashtype 1 title 'half of it', \
     'half-way.tsv' using 'epoch':'loss' with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss', \
     NaN with lines linecolor rgb '#fbe3d6' linewidth 10 dashtype 1 title 'epoch 147'
