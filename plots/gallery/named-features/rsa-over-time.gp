# rsa-over-time: Dot products of the items' activity in named-features over the training
#
# Draw it again:   gnuplot rsa-over-time.gp
# As PNG or PDF:   gnuplot -e "format='png'" rsa-over-time.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" rsa-over-time.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'rsa-over-time.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,573 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1146 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,5.97in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,414 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1656 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.31in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $rsa_over_time has the columns 1 epoch, 2 item_1, 3 item_2, 4 item_3, 5 item_4, 6 item_7, 7 item_5, 8 item_6, 9 item_8, 10 theory_item_1, 11 theory_item_2, 12 theory_item_3, 13 theory_item_4, 14 theory_item_7, 15 theory_item_5, 16 theory_item_6, 17 theory_item_8
set table $rsa_over_time; plot 'rsa-over-time.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)."\t".strcol(14)."\t".strcol(15)."\t".strcol(16)."\t".strcol(17)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.71818
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.11254
if (medium eq 'slides') set rmargin at screen 0.96248
if (medium eq 'slides') set bmargin at screen 0.50147
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.1964
if (medium eq 'paper') set rmargin at screen 0.93452
if (medium eq 'paper') set bmargin at screen 0.56664
if (medium eq 'paper') set tmargin at screen 0.93043
set border 3 linecolor '#404040'
if (medium eq 'web') set title 'Similarity of hidden layer 1 over time (dot products)' offset 0,-0.3
if (medium eq 'slides') set title 'Similarity of hidden layer 1 over time (dot products)' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.40227,0.06675 center
if (medium eq 'web') set label 1 'dot product' at screen 0.01951,0.54188 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.00682,0.02283 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.53751,0.3798 center
if (medium eq 'slides') set label 1 'dot product' at screen 0.02063,0.70573 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.56546,0.4726 center
if (medium eq 'paper') set label 1 'dot product' at screen 0.03599,0.74854 center rotate by 90
if (medium eq 'paper') set label 10 'Similarity of hidden layer 1 over time (dot products)' at screen 0.5505,0.95878 center
if (medium eq 'paper') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.02247 left textcolor '#707070'
if (medium eq 'web') set xrange [0:1000]
if (medium eq 'web') set xtics out nomirror 100
if (medium eq 'slides') set xrange [0:1000]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'paper') set xrange [0:1000]
if (medium eq 'paper') set xtics out nomirror 200
if (medium eq 'web') set yrange [-0.6952:2.927]
if (medium eq 'web') set ytics out nomirror 0.5
if (medium eq 'slides') set yrange [-0.6952:2.927]
if (medium eq 'slides') set ytics out nomirror 1
if (medium eq 'paper') set yrange [-0.6952:2.927]
if (medium eq 'paper') set ytics out nomirror 1
if (medium eq 'web') set key at screen 0.7482,0.92147 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.3498 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -3
if (medium eq 'paper') set key at screen 0.01309,0.44941 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -3
set object rectangle from first 107.44444444444444, graph 0 to first 118.55555555555556, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 124.44444444444444, graph 0 to first 135.55555555555554, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 201.44444444444446, graph 0 to first 212.55555555555554, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 446.44444444444446, graph 0 to first 457.55555555555554, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 506.44444444444446, graph 0 to first 517.5555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 994.4444444444445, graph 0 to first 1005.5555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
plot $rsa_over_time using 1:2 with lines linecolor rgb '#0072b2' linewidth 4.5 dashtype 1 title 'Goldfish with itself', \
     $rsa_over_time using 1:3 with lines linecolor rgb '#d55e00' linewidth 4.5 dashtype 1 title 'Goldfish with Tuna', \
     $rsa_over_time using 1:4 with lines linecolor rgb '#009e73' linewidth 4.5 dashtype 1 title 'Goldfish with Robin', \
     $rsa_over_time using 1:5 with lines linecolor rgb '#e69f00' linewidth 4.5 dashtype 1 title 'Goldfish with Canary', \
     $rsa_over_time using 1:6 with lines linecolor rgb '#56b4e9' linewidth 4.5 dashtype 1 title 'Goldfish with Pine', \
     $rsa_over_time using 1:7 with lines linecolor rgb '#cc79a7' linewidth 4.5 dashtype 1 title 'Goldfish with Rose', \
     $rsa_over_time using 1:8 with lines linecolor rgb '#7fb8d8' linewidth 4.5 dashtype 1 title 'Goldfish with Daisy', \
     $rsa_over_time using 1:9 with lines linecolor rgb '#eaae7f' linewidth 4.5 dashtype 1 title 'Goldfish with Oak', \
     $rsa_over_time using 1:10 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory', \
     $rsa_over_time using 1:11 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $rsa_over_time using 1:12 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $rsa_over_time using 1:13 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $rsa_over_time using 1:14 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $rsa_over_time using 1:15 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $rsa_over_time using 1:16 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $rsa_over_time using 1:17 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle
