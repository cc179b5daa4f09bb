# loss-and-modes: Loss, and singular values of the end-to-end map divided by the largest, of noisy-linear
#
# Draw it again:   gnuplot loss-and-modes.gp
# As PNG or PDF:   gnuplot -e "format='png'" loss-and-modes.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'loss-and-modes.' . format
if (format eq 'svg') set terminal svg size 1000,740 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2000,1480 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,7.71in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.095
set rmargin at screen 0.7150000000000001
set bmargin at screen 0.5472972972972973
set tmargin at screen 0.9391891891891891
set border 3 linecolor '#404040'
set title 'Loss and modes' offset 0,-0.3
set xrange [0:1000]
set xtics out nomirror
set format x ''
set ylabel 'loss (mean squared error)' offset 0.5,0
set yrange [4.8e-05:180]
set logscale y
set format y '10^{%T}'
set ytics out nomirror
set key at screen 0.7400000000000001,0.9391891891891891 left top Left reverse samplen 2 spacing 1.15
plot 'loss-and-modes.tsv' using 'epoch':'loss' with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.095
set rmargin at screen 0.7150000000000001
set bmargin at screen 0.10810810810810811
set tmargin at screen 0.5067567567567568
set border 3 linecolor '#404040'
set label '{/*0.85 '.'No theory is drawn: it is known for one-hot inputs only.'.'}' at screen 0.095,0.0149 left textcolor '#404040'
set xlabel 'epoch' offset 0,0.6
set xrange [0:1000]
set xtics out nomirror
set ylabel 'singular value / 16.99' offset 0.5,0
set yrange [0:1.05]
set ytics out nomirror
set key at screen 0.7400000000000001,0.5067567567567568 left top Left reverse samplen 2 spacing 1.15
plot 'loss-and-modes.tsv' using 'epoch':'relative_1' with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 16.99', \
     'loss-and-modes.tsv' using 'epoch':'relative_2' with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 4.914', \
     'loss-and-modes.tsv' using 'epoch':'relative_3' with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 2.497'

unset multiplot
