# rsa: RSM (dot products) of hidden layer 1 of shark-bones
#
# Draw it again:   gnuplot rsa.gp
# As PNG or PDF:   gnuplot -e "format='png'" rsa.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'rsa.' . format
if (format eq 'svg') set terminal svg size 1100,1120 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2200,2240 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.46in,11.67in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.08636363636363636
set rmargin at screen 0.6636363636363636
set bmargin at screen 0.6919642857142857
set tmargin at screen 0.9598214285714286
set border 11 linecolor '#404040'
set title 'Learning dynamics, shown epochs in grey' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:250]
set xtics out nomirror
set ylabel 'loss (mean squared error)' offset 0.5,0
set yrange [0:1.05]
set ytics out nomirror
set y2label 'singular value' offset -0.8,0
set y2range [0:165.6]
set y2tics out nomirror
set key at screen 0.7409090909090909,0.9598214285714286 left top Left reverse samplen 2 spacing 1.15
set object rectangle from first 91.61111111111111, graph 0 to first 94.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 115.61111111111111, graph 0 to first 118.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 136.61111111111111, graph 0 to first 139.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 186.61111111111111, graph 0 to first 189.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 248.61111111111111, graph 0 to first 251.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
plot 'rsa.tsv' using 'epoch':'mode_1' axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 157.7', \
     'rsa.tsv' using 'epoch':'mode_2' axes x1y2 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 121.8', \
     'rsa.tsv' using 'epoch':'mode_3' axes x1y2 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 100.5', \
     'rsa.tsv' using 'epoch':'mode_4' axes x1y2 with lines linecolor rgb '#e69f00' linewidth 2 dashtype 1 title 'mode 4: 100.3', \
     'rsa.tsv' using 'epoch':'mode_5' axes x1y2 with lines linecolor rgb '#56b4e9' linewidth 2 dashtype 1 title 'mode 5: 71.42', \
     'rsa.tsv' using 'epoch':'mode_6' axes x1y2 with lines linecolor rgb '#cc79a7' linewidth 2 dashtype 1 title 'mode 6: 71.24', \
     'rsa.tsv' using 'epoch':'mode_7' axes x1y2 with lines linecolor rgb '#999999' linewidth 2 dashtype 1 title 'modes 7–8: 70.7 … 70.6', \
     'rsa.tsv' using 'epoch':'mode_8' axes x1y2 with lines linecolor rgb '#999999' linewidth 2 dashtype 1 notitle, \
     'rsa.tsv' using 'epoch':'loss' with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss', \
     'rsa.tsv' using 'epoch':'theory' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: matrix map'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.08257575757575758
set rmargin at screen 0.2643939393939394
set bmargin at screen 0.39732142857142855
set tmargin at screen 0.5758928571428572
set border 15 linecolor '#404040'
set title 'RSM at epoch 93 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-13:13]
set colorbox user origin screen 0.2734848484848485,0.39732142857142855 size screen 0.015,0.178571
set cbtics out scale 0 nomirror ('−13' -13, '0' 0, '13' 13)
plot 'rsm-epoch-93.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.4159090909090909
set rmargin at screen 0.5977272727272727
set bmargin at screen 0.39732142857142855
set tmargin at screen 0.5758928571428572
set border 15 linecolor '#404040'
set title 'RSM at epoch 117 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-30.7:30.7]
set colorbox user origin screen 0.6068181818181817,0.39732142857142855 size screen 0.015,0.178571
set cbtics out scale 0 nomirror ('−31' -30.7, '0' 0, '31' 30.7)
plot 'rsm-epoch-117.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.7492424242424243
set rmargin at screen 0.9310606060606061
set bmargin at screen 0.39732142857142855
set tmargin at screen 0.5758928571428572
set border 15 linecolor '#404040'
set title 'RSM at epoch 138 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-52.5:52.5]
set colorbox user origin screen 0.9401515151515152,0.39732142857142855 size screen 0.015,0.178571
set cbtics out scale 0 nomirror ('−52' -52.5, '0' 0, '52' 52.5)
plot 'rsm-epoch-138.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.08257575757575758
set rmargin at screen 0.2643939393939394
set bmargin at screen 0.08928571428571429
set tmargin at screen 0.2678571428571429
set border 15 linecolor '#404040'
set title 'RSM at epoch 188 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-84:84]
set colorbox user origin screen 0.2734848484848485,0.08928571428571429 size screen 0.015,0.178571
set cbtics out scale 0 nomirror ('−84' -84, '0' 0, '84' 84)
plot 'rsm-epoch-188.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.4159090909090909
set rmargin at screen 0.5977272727272727
set bmargin at screen 0.08928571428571429
set tmargin at screen 0.2678571428571429
set border 15 linecolor '#404040'
set title 'RSM at epoch 250 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-95.6:95.6]
set colorbox user origin screen 0.6068181818181817,0.08928571428571429 size screen 0.015,0.178571
set cbtics out scale 0 nomirror ('−96' -95.6, '0' 0, '96' 95.6)
plot 'rsm-epoch-250.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
