# zero-depth-loss: The loss of a network without hidden layer on noisy-linear
#
# Draw it again:   gnuplot zero-depth-loss.gp
# As PNG or PDF:   gnuplot -e "format='png'" zero-depth-loss.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'zero-depth-loss.' . format
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
set title 'Learning curve without hidden layer' offset 0,-0.3
set label '{/*0.85 '.'No theory is drawn: it is known for one-hot inputs only.'.'}' at screen 0.10555555555555556,0.0196 left textcolor '#404040'
set xlabel 'epoch' offset 0,0.6
set xrange [0:1000]
set xtics out nomirror
set ylabel 'loss (mean squared error)' offset 0.5,0
set yrange [4.8e-05:180]
set logscale y
set format y '10^{%T}'
set ytics out nomirror
unset key
plot 'zero-depth-loss.tsv' using 'epoch':'loss' with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'simulation'
