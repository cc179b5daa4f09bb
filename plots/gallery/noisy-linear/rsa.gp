# rsa: Similarity (dot products) of hidden layer 1 of noisy-linear
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
set xrange [0:1000]
set xtics out nomirror
set ylabel 'loss (mean squared error)' offset 0.5,0
set yrange [4.814450360140236e-05:184.04940582004605]
set logscale y
set format y '10^{%T}'
set ytics out nomirror
set y2label 'singular value' offset -0.8,0
set y2range [0:17.841507459466214]
set y2tics out nomirror
set key at screen 0.7409090909090909,0.9598214285714286 left top Left reverse samplen 2 spacing 1.15
set object rectangle from first -0.5555555555555554, graph 0 to first 10.555555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 100.44444444444444, graph 0 to first 111.55555555555556, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 113.44444444444444, graph 0 to first 124.55555555555556, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 994.4444444444445, graph 0 to first 1005.5555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
plot 'rsa.tsv' using 'epoch':'loss' with lines linecolor rgb '#404040' linewidth 3 dashtype 1 title 'loss', \
     'rsa.tsv' using 'epoch':'mode_1' axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 16.99', \
     'rsa.tsv' using 'epoch':'mode_2' axes x1y2 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 4.914', \
     'rsa.tsv' using 'epoch':'mode_3' axes x1y2 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 2.497'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.16590909090909092
set rmargin at screen 0.3477272727272728
set bmargin at screen 0.39732142857142855
set tmargin at screen 0.5758928571428572
set border 15 linecolor '#404040'
set title 'RSM at epoch 5' offset 0,-0.3
set xrange [-0.5:36.5]
unset xtics
set yrange [36.5:-0.5]
unset ytics
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-25.01950524420712:25.01950524420712]
set colorbox user origin screen 0.35681818181818187,0.39732142857142855 size screen 0.015,0.178571
set cbtics out scale 0 nomirror ('−25' -25.01950524420712, '0' 0, '25' 25.01950524420712)
plot 'rsm-epoch-5.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.6659090909090909
set rmargin at screen 0.8477272727272727
set bmargin at screen 0.39732142857142855
set tmargin at screen 0.5758928571428572
set border 15 linecolor '#404040'
set title 'RSM at epoch 106' offset 0,-0.3
set xrange [-0.5:36.5]
unset xtics
set yrange [36.5:-0.5]
unset ytics
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-33.65302694813437:33.65302694813437]
set colorbox user origin screen 0.8568181818181817,0.39732142857142855 size screen 0.015,0.178571
set cbtics out scale 0 nomirror ('−34' -33.65302694813437, '0' 0, '34' 33.65302694813437)
plot 'rsm-epoch-106.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.16590909090909092
set rmargin at screen 0.3477272727272728
set bmargin at screen 0.08928571428571429
set tmargin at screen 0.2678571428571429
set border 15 linecolor '#404040'
set title 'RSM at epoch 119' offset 0,-0.3
set xrange [-0.5:36.5]
unset xtics
set yrange [36.5:-0.5]
unset ytics
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-33.66395877679759:33.66395877679759]
set colorbox user origin screen 0.35681818181818187,0.08928571428571429 size screen 0.015,0.178571
set cbtics out scale 0 nomirror ('−34' -33.66395877679759, '0' 0, '34' 33.66395877679759)
plot 'rsm-epoch-119.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.6659090909090909
set rmargin at screen 0.8477272727272727
set bmargin at screen 0.08928571428571429
set tmargin at screen 0.2678571428571429
set border 15 linecolor '#404040'
set title 'RSM at epoch 1000' offset 0,-0.3
set xrange [-0.5:36.5]
unset xtics
set yrange [36.5:-0.5]
unset ytics
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-33.696432453364615:33.696432453364615]
set colorbox user origin screen 0.8568181818181817,0.08928571428571429 size screen 0.015,0.178571
set cbtics out scale 0 nomirror ('−34' -33.696432453364615, '0' 0, '34' 33.696432453364615)
plot 'rsm-epoch-1000.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
