# dendrograms: Items of shark-bones clustered by their distances in hidden layer 1
#
# Draw it again:   gnuplot dendrograms.gp
# As PNG or PDF:   gnuplot -e "format='png'" dendrograms.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'dendrograms.' . format
if (format eq 'svg') set terminal svg size 1040,860 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2080,1720 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.83in,8.96in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.09134615384615384
set rmargin at screen 0.48557692307692313
set bmargin at screen 0.6453488372093024
set tmargin at screen 0.9476744186046512
set border 3 linecolor '#404040'
set title 'Epoch 93' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Pine' 2, 'Robin' 3, 'Daisy' 4, 'Canary' 5, 'Oak' 6, 'Rose' 7)
set ylabel 'distance' offset 0.5,0
set yrange [0:0.07483]
set ytics out nomirror
unset key
plot 'dendrogram-epoch-93.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.5913461538461539
set rmargin at screen 0.9855769230769231
set bmargin at screen 0.6453488372093024
set tmargin at screen 0.9476744186046512
set border 3 linecolor '#404040'
set title 'Epoch 117' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set ylabel 'distance' offset 0.5,0
set yrange [0:6.674]
set ytics out nomirror
unset key
plot 'dendrogram-epoch-117.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.09134615384615384
set rmargin at screen 0.48557692307692313
set bmargin at screen 0.14534883720930233
set tmargin at screen 0.4476744186046512
set border 3 linecolor '#404040'
set title 'Epoch 138' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set ylabel 'distance' offset 0.5,0
set yrange [0:10.01]
set ytics out nomirror
unset key
plot 'dendrogram-epoch-138.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.5913461538461539
set rmargin at screen 0.9855769230769231
set bmargin at screen 0.14534883720930233
set tmargin at screen 0.4476744186046512
set border 3 linecolor '#404040'
set title 'Epoch 250' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set ylabel 'distance' offset 0.5,0
set yrange [0:14.17]
set ytics out nomirror
unset key
plot 'dendrogram-epoch-250.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle

unset multiplot
