# rsa: RSM (dot products) of hidden layer 1 of noisy-linear
#
# Draw it again:   gnuplot rsa.gp
# As PNG or PDF:   gnuplot -e "format='png'" rsa.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" rsa.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'rsa.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1120,812 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2240,1624 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.67in,8.46in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,1562 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,2343 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,16.27in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,1002 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,4008 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,10.44in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $rsa has the columns 1 epoch, 2 loss, 3 mode_1, 4 mode_2, 5 mode_3
set table $rsa; plot 'rsa.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.09348
if (medium eq 'web') set rmargin at screen 0.6648
if (medium eq 'web') set bmargin at screen 0.57512
if (medium eq 'web') set tmargin at screen 0.94458
if (medium eq 'slides') set lmargin at screen 0.1069
if (medium eq 'slides') set rmargin at screen 0.90685
if (medium eq 'slides') set bmargin at screen 0.82023
if (medium eq 'slides') set tmargin at screen 0.95851
if (medium eq 'paper') set lmargin at screen 0.18654
if (medium eq 'paper') set rmargin at screen 0.83745
if (medium eq 'paper') set bmargin at screen 0.87121
if (medium eq 'paper') set tmargin at screen 0.97126
set border 11 linecolor '#404040'
set title 'Learning dynamics (grey: epochs shown)' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.37914,0.5077 center
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.03185,0.75985 center rotate by 90
if (medium eq 'web') set label 2 'singular value' at screen 0.7166,0.75985 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs that are not correlated and equally strong (one-hot, for example).'.'}' at screen 0.09348,0.47999 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.0067,0.01611 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.50687,0.76415 center
if (medium eq 'slides') set label 1 'loss (mean squared…' at screen 0.02063,0.87756 center rotate by 90
if (medium eq 'slides') set label 2 'singular value' at screen 0.97937,0.88937 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs that are not correlated and equally strong (one-hot,'.'}' at screen 0.0075,0.7411 left textcolor '#404040'
if (medium eq 'slides') set label 21 '{/*0.88 '.'for example).'.'}' at screen 0.0075,0.72352 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.00938,0.0134 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.512,0.83235 center
if (medium eq 'paper') set label 1 'loss (mean squared e…' at screen 0.03599,0.90984 center rotate by 90
if (medium eq 'paper') set label 2 'singular value' at screen 0.96401,0.92123 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs'.'}' at screen 0.01309,0.81638 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'that are not correlated and equally strong (one-hot, for'.'}' at screen 0.01309,0.80421 left textcolor '#404040'
if (medium eq 'paper') set label 22 '{/*0.88 '.'example).'.'}' at screen 0.01309,0.79203 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.01636,0.00928 left textcolor '#707070'
if (medium eq 'web') set xrange [0:1000]
if (medium eq 'web') set xtics out nomirror 100
if (medium eq 'slides') set xrange [0:1000]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'paper') set xrange [0:1000]
if (medium eq 'paper') set xtics out nomirror 500
if (medium eq 'web') set yrange [4.8e-05:180]
if (medium eq 'web') set logscale y
if (medium eq 'web') set format y '10^{%T}'
if (medium eq 'web') set ytics out nomirror 0.0001,10
if (medium eq 'slides') set yrange [4.8e-05:180]
if (medium eq 'slides') set logscale y
if (medium eq 'slides') set format y '10^{%T}'
if (medium eq 'slides') set ytics out nomirror 0.0001,100
if (medium eq 'paper') set yrange [4.8e-05:180]
if (medium eq 'paper') set logscale y
if (medium eq 'paper') set format y '10^{%T}'
if (medium eq 'paper') set ytics out nomirror 0.0001,100
if (medium eq 'web') set y2range [0:17.84]
if (medium eq 'web') set y2tics out nomirror 5
if (medium eq 'slides') set y2range [0:17.84]
if (medium eq 'slides') set y2tics out nomirror 10
if (medium eq 'paper') set y2range [0:17.84]
if (medium eq 'paper') set y2tics out nomirror 10
if (medium eq 'web') set key at screen 0.74069,0.94458 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.70902 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.78198 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -1
set object rectangle from first -0.5555555555555554, graph 0 to first 10.555555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 122.44444444444444, graph 0 to first 133.55555555555554, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 994.4444444444445, graph 0 to first 1005.5555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
plot NaN with dots linecolor rgb '#ffffff' title 'left axis:', \
     NaN with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss', \
     NaN with dots linecolor rgb '#ffffff' title 'right axis:', \
     NaN with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 16.99', \
     NaN with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 4.914', \
     NaN with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 2.497', \
     $rsa using 1:3 axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:4 axes x1y2 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:5 axes x1y2 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:2 with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08975
if (medium eq 'web') set rmargin at screen 0.26832
if (medium eq 'web') set bmargin at screen 0.15067
if (medium eq 'web') set tmargin at screen 0.41267
if (medium eq 'slides') set lmargin at screen 0.12566
if (medium eq 'slides') set rmargin at screen 0.33191
if (medium eq 'slides') set bmargin at screen 0.44228
if (medium eq 'slides') set tmargin at screen 0.6113
if (medium eq 'paper') set lmargin at screen 0.21928
if (medium eq 'paper') set rmargin at screen 0.57919
if (medium eq 'paper') set bmargin at screen 0.52351
if (medium eq 'paper') set tmargin at screen 0.64061
set border 15 linecolor '#404040'
set title 'RSM at epoch 5 (dot products)' offset 0,-0.3
set xrange [-0.5:36.5]
set xtics out scale 0 nomirror rotate by 90 right ('sample-1' 0, 'sample-7' 6, 'sample-13' 12, 'sample-19' 18, 'sample-25' 24, 'sample-31' 30, 'sample-37' 36)
if (medium eq 'web') set yrange [36.5:-0.5]
if (medium eq 'web') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-4' 3, 'sample-7' 6, 'sample-10' 9, 'sample-13' 12, 'sample-16' 15, 'sample-19' 18, 'sample-22' 21, 'sample-25' 24, 'sample-28' 27, 'sample-31' 30, 'sample-34' 33, 'sample-37' 36)
if (medium eq 'slides') set yrange [36.5:-0.5]
if (medium eq 'slides') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-7' 6, 'sample-13' 12, 'sample-19' 18, 'sample-25' 24, 'sample-31' 30, 'sample-37' 36)
if (medium eq 'paper') set yrange [36.5:-0.5]
if (medium eq 'paper') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-7' 6, 'sample-13' 12, 'sample-19' 18, 'sample-25' 24, 'sample-31' 30, 'sample-37' 36)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-22:22]
if (medium eq 'web') set colorbox user origin screen 0.2777,0.15067 size screen 0.01205,0.26201
if (medium eq 'web') set cbtics out scale 0 nomirror ('−22' -22, '0' 0, '22' 22)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-22:22]
if (medium eq 'slides') set colorbox user origin screen 0.34503,0.44228 size screen 0.01688,0.16901
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−22' -22, '0' 0, '22' 22)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-22:22]
if (medium eq 'paper') set colorbox user origin screen 0.6021,0.52351 size screen 0.02945,0.1171
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−22' -22, '0' 0, '22' 22)
plot 'rsm-epoch-5.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.4215
if (medium eq 'web') set rmargin at screen 0.60007
if (medium eq 'web') set bmargin at screen 0.15067
if (medium eq 'web') set tmargin at screen 0.41267
if (medium eq 'slides') set lmargin at screen 0.62566
if (medium eq 'slides') set rmargin at screen 0.83191
if (medium eq 'slides') set bmargin at screen 0.44228
if (medium eq 'slides') set tmargin at screen 0.6113
if (medium eq 'paper') set lmargin at screen 0.21928
if (medium eq 'paper') set rmargin at screen 0.57919
if (medium eq 'paper') set bmargin at screen 0.30633
if (medium eq 'paper') set tmargin at screen 0.42343
set border 15 linecolor '#404040'
set title 'RSM at epoch 128 (dot products)' offset 0,-0.3
set xrange [-0.5:36.5]
set xtics out scale 0 nomirror rotate by 90 right ('sample-1' 0, 'sample-7' 6, 'sample-13' 12, 'sample-19' 18, 'sample-25' 24, 'sample-31' 30, 'sample-37' 36)
if (medium eq 'web') set yrange [36.5:-0.5]
if (medium eq 'web') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-4' 3, 'sample-7' 6, 'sample-10' 9, 'sample-13' 12, 'sample-16' 15, 'sample-19' 18, 'sample-22' 21, 'sample-25' 24, 'sample-28' 27, 'sample-31' 30, 'sample-34' 33, 'sample-37' 36)
if (medium eq 'slides') set yrange [36.5:-0.5]
if (medium eq 'slides') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-7' 6, 'sample-13' 12, 'sample-19' 18, 'sample-25' 24, 'sample-31' 30, 'sample-37' 36)
if (medium eq 'paper') set yrange [36.5:-0.5]
if (medium eq 'paper') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-7' 6, 'sample-13' 12, 'sample-19' 18, 'sample-25' 24, 'sample-31' 30, 'sample-37' 36)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-33.7:33.7]
if (medium eq 'web') set colorbox user origin screen 0.60944,0.15067 size screen 0.01205,0.26201
if (medium eq 'web') set cbtics out scale 0 nomirror ('−34' -33.7, '0' 0, '34' 33.7)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-33.7:33.7]
if (medium eq 'slides') set colorbox user origin screen 0.84503,0.44228 size screen 0.01688,0.16901
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−34' -33.7, '0' 0, '34' 33.7)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-33.7:33.7]
if (medium eq 'paper') set colorbox user origin screen 0.6021,0.30633 size screen 0.02945,0.1171
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−34' -33.7, '0' 0, '34' 33.7)
plot 'rsm-epoch-128.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.75324
if (medium eq 'web') set rmargin at screen 0.93181
if (medium eq 'web') set bmargin at screen 0.15067
if (medium eq 'web') set tmargin at screen 0.41267
if (medium eq 'slides') set lmargin at screen 0.12566
if (medium eq 'slides') set rmargin at screen 0.33191
if (medium eq 'slides') set bmargin at screen 0.12882
if (medium eq 'slides') set tmargin at screen 0.29783
if (medium eq 'paper') set lmargin at screen 0.21928
if (medium eq 'paper') set rmargin at screen 0.57919
if (medium eq 'paper') set bmargin at screen 0.08914
if (medium eq 'paper') set tmargin at screen 0.20624
set border 15 linecolor '#404040'
set title 'RSM at epoch 1000 (dot products)' offset 0,-0.3
set xrange [-0.5:36.5]
set xtics out scale 0 nomirror rotate by 90 right ('sample-1' 0, 'sample-7' 6, 'sample-13' 12, 'sample-19' 18, 'sample-25' 24, 'sample-31' 30, 'sample-37' 36)
if (medium eq 'web') set yrange [36.5:-0.5]
if (medium eq 'web') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-4' 3, 'sample-7' 6, 'sample-10' 9, 'sample-13' 12, 'sample-16' 15, 'sample-19' 18, 'sample-22' 21, 'sample-25' 24, 'sample-28' 27, 'sample-31' 30, 'sample-34' 33, 'sample-37' 36)
if (medium eq 'slides') set yrange [36.5:-0.5]
if (medium eq 'slides') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-7' 6, 'sample-13' 12, 'sample-19' 18, 'sample-25' 24, 'sample-31' 30, 'sample-37' 36)
if (medium eq 'paper') set yrange [36.5:-0.5]
if (medium eq 'paper') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-7' 6, 'sample-13' 12, 'sample-19' 18, 'sample-25' 24, 'sample-31' 30, 'sample-37' 36)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-33.7:33.7]
if (medium eq 'web') set colorbox user origin screen 0.94119,0.15067 size screen 0.01205,0.26201
if (medium eq 'web') set cbtics out scale 0 nomirror ('−34' -33.7, '0' 0, '34' 33.7)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-33.7:33.7]
if (medium eq 'slides') set colorbox user origin screen 0.34503,0.12882 size screen 0.01688,0.16901
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−34' -33.7, '0' 0, '34' 33.7)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-33.7:33.7]
if (medium eq 'paper') set colorbox user origin screen 0.6021,0.08914 size screen 0.02945,0.1171
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−34' -33.7, '0' 0, '34' 33.7)
plot 'rsm-epoch-1000.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
