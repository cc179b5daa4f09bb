# loss: The loss of named-features over time
#
# Draw it again:   gnuplot loss.gp
# As PNG or PDF:   gnuplot -e "format='png'" loss.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'loss.' . format
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
set title 'Learning curve' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:1000]
set xtics out nomirror
set ylabel 'loss (mean squared error)' offset 0.5,0
set yrange [0:1.05]
set ytics out nomirror
set key top right samplen 2 spacing 1.15
plot 'loss.tsv' using 'epoch':'loss' with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'simulation', \
     'loss.tsv' using 'epoch':'theory' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: matrix map'
