# rsa-over-time: Dot products of the items' activity in tree over the training
#
# Draw it again:   gnuplot rsa-over-time.gp
# As PNG or PDF:   gnuplot -e "format='png'" rsa-over-time.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" rsa-over-time.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'rsa-over-time.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1139,573 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2278,1146 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.86in,5.97in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,345 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1380 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.59in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $rsa_over_time has the columns 1 epoch, 2 itself, 3 level_2, 4 level_1, 5 level_0, 6 theory_itself, 7 theory_level_2, 8 theory_level_1, 9 theory_level_0
set table $rsa_over_time; plot 'rsa-over-time.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08341
if (medium eq 'web') set rmargin at screen 0.69359
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.10566
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.38613
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18438
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.46641
if (medium eq 'paper') set tmargin at screen 0.91652
set border 3 linecolor '#404040'
if (medium eq 'web') set title 'Similarity of hidden layer 1 over time (dot products)' offset 0,-0.3
if (medium eq 'slides') set title 'Similarity of hidden layer 1 over time (dot products)' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.3885,0.06675 center
if (medium eq 'web') set label 1 'mean dot product' at screen 0.02368,0.54188 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'tree · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00658,0.02283 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.5372,0.26447 center
if (medium eq 'slides') set label 1 'mean dot product' at screen 0.02063,0.64807 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'tree · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.56491,0.35356 center
if (medium eq 'paper') set label 1 'mean dot product' at screen 0.03599,0.69147 center rotate by 90
if (medium eq 'paper') set label 10 'Similarity of hidden layer 1 over time (dot products)' at screen 0.5505,0.95053 center
if (medium eq 'paper') set label 30 '{/*0.88 '.'tree · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.02696 left textcolor '#707070'
set xrange [0:250]
set xtics out nomirror 50
if (medium eq 'web') set yrange [-4.776:100.3]
if (medium eq 'web') set ytics out nomirror 20
if (medium eq 'slides') set yrange [-4.776:100.3]
if (medium eq 'slides') set ytics out nomirror 20
if (medium eq 'paper') set yrange [-4.776:100.3]
if (medium eq 'paper') set ytics out nomirror 50
if (medium eq 'web') set key at screen 0.71819,0.92147 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.23447 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -5
if (medium eq 'paper') set key at screen 0.01309,0.32574 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -5
set object rectangle from first 92.61111111111111, graph 0 to first 95.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 114.61111111111111, graph 0 to first 117.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 136.61111111111111, graph 0 to first 139.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 185.61111111111111, graph 0 to first 188.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 248.61111111111111, graph 0 to first 251.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
plot $rsa_over_time using 1:2 with lines linecolor rgb '#0072b2' linewidth 4.5 dashtype 1 title 'an item with itself', \
     $rsa_over_time using 1:3 with lines linecolor rgb '#d55e00' linewidth 4.5 dashtype 1 title 'closest common group: level 2', \
     $rsa_over_time using 1:4 with lines linecolor rgb '#009e73' linewidth 4.5 dashtype 1 title 'closest common group: level 1', \
     $rsa_over_time using 1:5 with lines linecolor rgb '#e69f00' linewidth 4.5 dashtype 1 title 'closest common group: all items', \
     $rsa_over_time using 1:6 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory', \
     $rsa_over_time using 1:7 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $rsa_over_time using 1:8 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $rsa_over_time using 1:9 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle
