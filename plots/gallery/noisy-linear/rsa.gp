# rsa: RSM (dot products) of hidden layer 1 of noisy-linear
#
# Draw it again:   gnuplot rsa.gp
# As PNG or PDF:   gnuplot -e "format='png'" rsa.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'rsa.' . format
if (format eq 'svg') set terminal svg size 1100,775 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2200,1550 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.46in,8.07in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
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
set bmargin at screen 0.5548387096774193
set tmargin at screen 0.9419354838709677
set border 11 linecolor '#404040'
set title 'Learning dynamics, shown epochs in grey' offset 0,-0.3
set label '{/*0.85 '.'No theory is drawn: it is known for one-hot inputs only.'.'}' at screen 0.08636363636363636,0.4658 left textcolor '#404040'
set xlabel 'epoch' offset 0,0.6
set xrange [0:1000]
set xtics out nomirror
set ylabel 'loss (mean squared error)' offset 0.5,0
set yrange [4.8e-05:180]
set logscale y
set format y '10^{%T}'
set ytics out nomirror
set y2label 'singular value' offset -0.8,0
set y2range [0:17.84]
set y2tics out nomirror
set key at screen 0.7409090909090909,0.9419354838709677 left top Left reverse samplen 2 spacing 1.15
set object rectangle from first -0.5555555555555554, graph 0 to first 10.555555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 114.44444444444444, graph 0 to first 125.55555555555556, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 994.4444444444445, graph 0 to first 1005.5555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
plot 'rsa.tsv' using 'epoch':'mode_1' axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 16.99', \
     'rsa.tsv' using 'epoch':'mode_2' axes x1y2 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 4.914', \
     'rsa.tsv' using 'epoch':'mode_3' axes x1y2 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 2.497', \
     'rsa.tsv' using 'epoch':'loss' with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.08257575757575758
set rmargin at screen 0.2643939393939394
set bmargin at screen 0.12903225806451613
set tmargin at screen 0.3870967741935484
set border 15 linecolor '#404040'
set title 'RSM at epoch 5 (dot products)' offset 0,-0.3
set xrange [-0.5:36.5]
set xtics out scale 0 nomirror rotate by 90 right ('sample-1' 0, 'sample-4' 3, 'sample-7' 6, 'sample-10' 9, 'sample-13' 12, 'sample-16' 15, 'sample-19' 18, 'sample-22' 21, 'sample-25' 24, 'sample-28' 27, 'sample-31' 30, 'sample-34' 33, 'sample-37' 36)
set yrange [36.5:-0.5]
set ytics out scale 0 nomirror ('sample-1' 0, 'sample-4' 3, 'sample-7' 6, 'sample-10' 9, 'sample-13' 12, 'sample-16' 15, 'sample-19' 18, 'sample-22' 21, 'sample-25' 24, 'sample-28' 27, 'sample-31' 30, 'sample-34' 33, 'sample-37' 36)
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-22:22]
set colorbox user origin screen 0.2734848484848485,0.12903225806451613 size screen 0.015,0.258065
set cbtics out scale 0 nomirror ('−22' -22, '0' 0, '22' 22)
plot 'rsm-epoch-5.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.4159090909090909
set rmargin at screen 0.5977272727272727
set bmargin at screen 0.12903225806451613
set tmargin at screen 0.3870967741935484
set border 15 linecolor '#404040'
set title 'RSM at epoch 120 (dot products)' offset 0,-0.3
set xrange [-0.5:36.5]
set xtics out scale 0 nomirror rotate by 90 right ('sample-1' 0, 'sample-4' 3, 'sample-7' 6, 'sample-10' 9, 'sample-13' 12, 'sample-16' 15, 'sample-19' 18, 'sample-22' 21, 'sample-25' 24, 'sample-28' 27, 'sample-31' 30, 'sample-34' 33, 'sample-37' 36)
set yrange [36.5:-0.5]
set ytics out scale 0 nomirror ('sample-1' 0, 'sample-4' 3, 'sample-7' 6, 'sample-10' 9, 'sample-13' 12, 'sample-16' 15, 'sample-19' 18, 'sample-22' 21, 'sample-25' 24, 'sample-28' 27, 'sample-31' 30, 'sample-34' 33, 'sample-37' 36)
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-33.7:33.7]
set colorbox user origin screen 0.6068181818181817,0.12903225806451613 size screen 0.015,0.258065
set cbtics out scale 0 nomirror ('−34' -33.7, '0' 0, '34' 33.7)
plot 'rsm-epoch-120.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.7492424242424243
set rmargin at screen 0.9310606060606061
set bmargin at screen 0.12903225806451613
set tmargin at screen 0.3870967741935484
set border 15 linecolor '#404040'
set title 'RSM at epoch 1000 (dot products)' offset 0,-0.3
set xrange [-0.5:36.5]
set xtics out scale 0 nomirror rotate by 90 right ('sample-1' 0, 'sample-4' 3, 'sample-7' 6, 'sample-10' 9, 'sample-13' 12, 'sample-16' 15, 'sample-19' 18, 'sample-22' 21, 'sample-25' 24, 'sample-28' 27, 'sample-31' 30, 'sample-34' 33, 'sample-37' 36)
set yrange [36.5:-0.5]
set ytics out scale 0 nomirror ('sample-1' 0, 'sample-4' 3, 'sample-7' 6, 'sample-10' 9, 'sample-13' 12, 'sample-16' 15, 'sample-19' 18, 'sample-22' 21, 'sample-25' 24, 'sample-28' 27, 'sample-31' 30, 'sample-34' 33, 'sample-37' 36)
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-33.7:33.7]
set colorbox user origin screen 0.9401515151515152,0.12903225806451613 size screen 0.015,0.258065
set cbtics out scale 0 nomirror ('−34' -33.7, '0' 0, '34' 33.7)
plot 'rsm-epoch-1000.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
