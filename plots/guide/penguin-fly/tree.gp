# tree: The diffusion tree of penguin-fly
#
# Draw it again:   gnuplot tree.gp
# As PNG or PDF:   gnuplot -e "format='png'" tree.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'tree.' . format
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
set bmargin at screen 0.19642857142857142
set tmargin at screen 0.9196428571428571
set border 3 linecolor '#404040'
set title 'Each feature passes down from the root; a branch flips it with probability 0.15' offset 0,-0.3
set xrange [-0.5:15.5]
set xtics out scale 0 nomirror rotate by 90 right ('Robin' 0, 'Canary' 1, 'Eagle' 2, 'Penguin' 3, 'Goldfish' 4, 'Tuna' 5, 'Salmon' 6, 'Trout' 7, 'Rose' 8, 'Daisy' 9, 'Tulip' 10, 'Violet' 11, 'Pine' 12, 'Oak' 13, 'Birch' 14, 'Maple' 15)
set ylabel 'level' offset 0.5,0
set yrange [3.15:-0.25]
set ytics out scale 0 nomirror ('0' 0, '1' 1, '2' 2, '3' 3)
unset key
set label 'animals' at first 3.5, first 1 right offset character -0.6, character 0.5
set label 'plants' at first 11.5, first 1 left offset character 0.6, character 0.5
set label 'birds' at first 1.5, first 2 right offset character -0.6, character 0.5
set label 'fish' at first 5.5, first 2 left offset character 0.6, character 0.5
set label 'flowers' at first 9.5, first 2 right offset character -0.6, character 0.5
set label 'trees' at first 13.5, first 2 left offset character 0.6, character 0.5
plot 'tree-branches.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#404040' linewidth 2 dashtype 1 notitle, \
     'tree-nodes.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#0072b2' notitle
