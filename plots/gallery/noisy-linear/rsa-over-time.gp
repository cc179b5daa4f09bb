# rsa-over-time: Dot products of the items' activity in noisy-linear over the training
#
# Draw it again:   gnuplot rsa-over-time.gp
# As PNG or PDF:   gnuplot -e "format='png'" rsa-over-time.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" rsa-over-time.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'rsa-over-time.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,614 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1228 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,6.4in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,748 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1122 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.79in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,530 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,2120 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,5.52in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $rsa_over_time has the columns 1 epoch, 2 item_1, 3 item_5, 4 item_31, 5 item_22, 6 item_19, 7 item_30, 8 item_32, 9 item_28, 10 item_34, 11 item_33, 12 item_15, 13 item_21
set table $rsa_over_time; plot 'rsa-over-time.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.71818
if (medium eq 'web') set bmargin at screen 0.21824
if (medium eq 'web') set tmargin at screen 0.92671
if (medium eq 'slides') set lmargin at screen 0.09315
if (medium eq 'slides') set rmargin at screen 0.96248
if (medium eq 'slides') set bmargin at screen 0.6246
if (medium eq 'slides') set tmargin at screen 0.91337
if (medium eq 'paper') set lmargin at screen 0.16255
if (medium eq 'paper') set rmargin at screen 0.93452
if (medium eq 'paper') set bmargin at screen 0.64846
if (medium eq 'paper') set tmargin at screen 0.94566
set border 3 linecolor '#404040'
set title 'Similarity of hidden layer 1 over time (dot products)' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.40227,0.12907 center
if (medium eq 'web') set label 1 'dot product' at screen 0.03362,0.57248 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs that are not correlated and equally strong (one-hot, for example). Only the most and the least'.'}' at screen 0.00545,0.09243 left textcolor '#404040'
if (medium eq 'web') set label 21 '{/*0.88 '.'similar items are shown; 25 between them are left out.'.'}' at screen 0.00545,0.06448 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.00682,0.0213 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.52781,0.50749 center
if (medium eq 'slides') set label 1 'dot product' at screen 0.02063,0.76898 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs that are not correlated and equally strong (one-hot,'.'}' at screen 0.0075,0.45936 left textcolor '#404040'
if (medium eq 'slides') set label 21 '{/*0.88 '.'for example). Only the most and the least similar items are shown; 25 between them are left out.'.'}' at screen 0.0075,0.42265 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.00938,0.02798 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.54854,0.575 center
if (medium eq 'paper') set label 1 'dot product' at screen 0.03599,0.79706 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs'.'}' at screen 0.01309,0.54481 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'that are not correlated and equally strong (one-hot, for'.'}' at screen 0.01309,0.52179 left textcolor '#404040'
if (medium eq 'paper') set label 22 '{/*0.88 '.'example). Only the most and the least similar items are shown;'.'}' at screen 0.01309,0.49877 left textcolor '#404040'
if (medium eq 'paper') set label 23 '{/*0.88 '.'25 between them are left out.'.'}' at screen 0.01309,0.47574 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.01636,0.01755 left textcolor '#707070'
if (medium eq 'web') set xrange [0:1000]
if (medium eq 'web') set xtics out nomirror 100
if (medium eq 'slides') set xrange [0:1000]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'paper') set xrange [0:1000]
if (medium eq 'paper') set xtics out nomirror 200
if (medium eq 'web') set yrange [0:32.02]
if (medium eq 'web') set ytics out nomirror 5
if (medium eq 'slides') set yrange [0:32.02]
if (medium eq 'slides') set ytics out nomirror 20
if (medium eq 'paper') set yrange [0:32.02]
if (medium eq 'paper') set ytics out nomirror 10
if (medium eq 'web') set key at screen 0.7482,0.92671 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.39236 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -3
if (medium eq 'paper') set key at screen 0.01309,0.45674 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -3
set object rectangle from first -0.5555555555555554, graph 0 to first 10.555555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 122.44444444444444, graph 0 to first 133.55555555555554, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 994.4444444444445, graph 0 to first 1005.5555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
plot $rsa_over_time using 1:2 with lines linecolor rgb '#0072b2' linewidth 4.5 dashtype 1 title 'sample-1 with itself', \
     $rsa_over_time using 1:3 with lines linecolor rgb '#d55e00' linewidth 4.5 dashtype 1 title 'sample-1 with sample-5', \
     $rsa_over_time using 1:4 with lines linecolor rgb '#009e73' linewidth 4.5 dashtype 1 title 'sample-1 with sample-31', \
     $rsa_over_time using 1:5 with lines linecolor rgb '#e69f00' linewidth 4.5 dashtype 1 title 'sample-1 with sample-22', \
     $rsa_over_time using 1:6 with lines linecolor rgb '#56b4e9' linewidth 4.5 dashtype 1 title 'sample-1 with sample-19', \
     $rsa_over_time using 1:7 with lines linecolor rgb '#cc79a7' linewidth 4.5 dashtype 1 title 'sample-1 with sample-30', \
     $rsa_over_time using 1:8 with lines linecolor rgb '#7fb8d8' linewidth 4.5 dashtype 1 title 'sample-1 with sample-32', \
     $rsa_over_time using 1:9 with lines linecolor rgb '#eaae7f' linewidth 4.5 dashtype 1 title 'sample-1 with sample-28', \
     $rsa_over_time using 1:10 with lines linecolor rgb '#7fceb9' linewidth 4.5 dashtype 1 title 'sample-1 with sample-34', \
     $rsa_over_time using 1:11 with lines linecolor rgb '#f2cf7f' linewidth 4.5 dashtype 1 title 'sample-1 with sample-33', \
     $rsa_over_time using 1:12 with lines linecolor rgb '#aad9f4' linewidth 4.5 dashtype 1 title 'sample-1 with sample-15', \
     $rsa_over_time using 1:13 with lines linecolor rgb '#e5bcd3' linewidth 4.5 dashtype 1 title 'sample-1 with sample-21'
