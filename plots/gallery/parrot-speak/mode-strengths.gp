# mode-strengths: Strength of each mode of parrot-speak in the end-to-end map, and what theory says of it
#
# Draw it again:   gnuplot mode-strengths.gp
# As PNG or PDF:   gnuplot -e "format='png'" mode-strengths.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'mode-strengths.' . format
if (format eq 'svg') set terminal svg size 1000,560 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2000,1120 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,5.83in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.095
set rmargin at screen 0.7150000000000001
set bmargin at screen 0.14285714285714285
set tmargin at screen 0.9196428571428571
set border 3 linecolor '#404040'
set title 'Strengths of the data''s modes' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:250]
set xtics out nomirror
set ylabel 'strength' offset 0.5,0
set yrange [0:165.6]
set ytics out nomirror
set key at screen 0.7400000000000001,0.9196428571428571 left top Left reverse samplen 2 spacing 1.15
plot 'mode-strengths.tsv' using 'epoch':'strength_1' with lines linecolor rgb '#0072b2' linewidth 4 dashtype 1 title 'mode 1: 157.7', \
     'mode-strengths.tsv' using 'epoch':'strength_2' with lines linecolor rgb '#d55e00' linewidth 4 dashtype 1 title 'mode 2: 121.8', \
     'mode-strengths.tsv' using 'epoch':'strength_3' with lines linecolor rgb '#009e73' linewidth 4 dashtype 1 title 'mode 3: 100.5', \
     'mode-strengths.tsv' using 'epoch':'strength_4' with lines linecolor rgb '#e69f00' linewidth 4 dashtype 1 title 'mode 4: 100.3', \
     'mode-strengths.tsv' using 'epoch':'strength_5' with lines linecolor rgb '#56b4e9' linewidth 4 dashtype 1 title 'mode 5: 71.42', \
     'mode-strengths.tsv' using 'epoch':'strength_6' with lines linecolor rgb '#cc79a7' linewidth 4 dashtype 1 title 'mode 6: 71.23', \
     'mode-strengths.tsv' using 'epoch':'strength_7' with lines linecolor rgb '#999999' linewidth 4 dashtype 1 title 'modes 7–8: 70.7 … 70.6', \
     'mode-strengths.tsv' using 'epoch':'strength_8' with lines linecolor rgb '#999999' linewidth 4 dashtype 1 notitle, \
     'mode-strengths.tsv' using 'epoch':'theory_1' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: matrix map', \
     'mode-strengths.tsv' using 'epoch':'theory_2' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     'mode-strengths.tsv' using 'epoch':'theory_3' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     'mode-strengths.tsv' using 'epoch':'theory_4' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     'mode-strengths.tsv' using 'epoch':'theory_5' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     'mode-strengths.tsv' using 'epoch':'theory_6' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     'mode-strengths.tsv' using 'epoch':'theory_7' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     'mode-strengths.tsv' using 'epoch':'theory_8' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle
