# forgetting: The loss of each item of reversal over its history
#
# Draw it again:   gnuplot forgetting.gp
# As PNG or PDF:   gnuplot -e "format='png'" forgetting.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" forgetting.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'forgetting.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,965 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1930 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,10.05in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,991 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1487 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,10.32in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,560 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,2240 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,5.83in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $forgetting has the columns 1 epoch, 2 first_item_1, 3 first_item_2, 4 first_item_3, 5 first_item_4, 6 first_item_5, 7 first_item_6, 8 first_item_7, 9 first_item_8, 10 now_item_1, 11 now_item_2, 12 now_item_3, 13 now_item_4, 14 now_item_5, 15 now_item_6, 16 now_item_7, 17 now_item_8, 18 theory_item_1, 19 theory_item_2, 20 theory_item_3, 21 theory_item_4, 22 theory_item_5, 23 theory_item_6, 24 theory_item_7, 25 theory_item_8
set table $forgetting; plot 'forgetting.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)."\t".strcol(14)."\t".strcol(15)."\t".strcol(16)."\t".strcol(17)."\t".strcol(18)."\t".strcol(19)."\t".strcol(20)."\t".strcol(21)."\t".strcol(22)."\t".strcol(23)."\t".strcol(24)."\t".strcol(25)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.71818
if (medium eq 'web') set bmargin at screen 0.56477
if (medium eq 'web') set tmargin at screen 0.95337
if (medium eq 'slides') set lmargin at screen 0.08064
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.71665
if (medium eq 'slides') set tmargin at screen 0.93461
if (medium eq 'paper') set lmargin at screen 0.14072
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.69581
if (medium eq 'paper') set tmargin at screen 0.94857
set border 3 linecolor '#404040'
set title 'Loss of each item, against what is taught first' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.40227,0.50803 center
if (medium eq 'web') set label 1 'loss of an item' at screen 0.04272,0.75907 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'reversal · η = 100 · γ = 1e-12 · modes and predictions: of the dataset''s own targets · seed 2021'.'}' at screen 0.00682,0.01355 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.52469,0.62825 center
if (medium eq 'slides') set label 1 'loss of an item' at screen 0.02063,0.82563 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'reversal · η = 100 · γ = 1e-12 · modes and predictions: of the dataset''s own targets · seed 2021'.'}' at screen 0.00938,0.02112 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.54308,0.62628 center
if (medium eq 'paper') set label 1 'loss of an item' at screen 0.03599,0.82219 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'reversal · η = 100 · γ = 1e-12 · modes and predictions: of the'.'}' at screen 0.01636,0.0384 left textcolor '#707070'
if (medium eq 'paper') set label 31 '{/*0.88 '.'dataset''s own targets · seed 2021'.'}' at screen 0.01636,0.01661 left textcolor '#707070'
if (medium eq 'web') set xrange [0:750]
if (medium eq 'web') set xtics out nomirror 100
if (medium eq 'slides') set xrange [0:750]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'paper') set xrange [0:750]
if (medium eq 'paper') set xtics out nomirror 200
if (medium eq 'web') set yrange [0:4.2]
if (medium eq 'web') set ytics out nomirror 1
if (medium eq 'slides') set yrange [0:4.2]
if (medium eq 'slides') set ytics out nomirror 2
if (medium eq 'paper') set yrange [0:4.2]
if (medium eq 'paper') set ytics out nomirror 1
if (medium eq 'web') set key at screen 0.74365,0.95337 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.60646 left top horizontal maxcols 5 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.60914 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -1
set arrow from first 0, graph 0 to first 0, graph 1 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set label '{/*0.88 '.'as sampled'.'}' at first 0, graph 0.03 left rotate by 90 offset character 0.8, 0 front textcolor '#404040'
set arrow from first 250, graph 0 to first 250, graph 1 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set label '{/*0.88 '.'reversed'.'}' at first 250, graph 0.03 left rotate by 90 offset character 0.8, 0 front textcolor '#404040'
plot $forgetting using 1:2 with lines linecolor rgb '#0072b2' linewidth 1.5 dashtype 1 title 'Goldfish', \
     $forgetting using 1:3 with lines linecolor rgb '#d55e00' linewidth 1.5 dashtype 1 title 'Tuna', \
     $forgetting using 1:4 with lines linecolor rgb '#009e73' linewidth 1.5 dashtype 1 title 'Robin', \
     $forgetting using 1:5 with lines linecolor rgb '#e69f00' linewidth 1.5 dashtype 1 title 'Canary', \
     $forgetting using 1:6 with lines linecolor rgb '#56b4e9' linewidth 1.5 dashtype 1 title 'Rose', \
     $forgetting using 1:7 with lines linecolor rgb '#cc79a7' linewidth 1.5 dashtype 1 title 'Daisy', \
     $forgetting using 1:8 with lines linecolor rgb '#0072b2' linewidth 1.5 dashtype 3 title 'Pine', \
     $forgetting using 1:9 with lines linecolor rgb '#d55e00' linewidth 1.5 dashtype 3 title 'Oak'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.71818
if (medium eq 'web') set bmargin at screen 0.12047
if (medium eq 'web') set tmargin at screen 0.45207
if (medium eq 'slides') set lmargin at screen 0.08064
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.23447
if (medium eq 'slides') set tmargin at screen 0.45243
if (medium eq 'paper') set lmargin at screen 0.14072
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.2064
if (medium eq 'paper') set tmargin at screen 0.42209
set border 3 linecolor '#404040'
set title 'Against what is taught now' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.40227,0.06373 center
if (medium eq 'web') set label 1 'loss of an item' at screen 0.04272,0.28627 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'reversed: theory differs by at most 0.065 in the mean loss.'.'}' at screen 0.08636,0.04041 left textcolor '#404040'
if (medium eq 'slides') set label 40 'epoch' at screen 0.52469,0.14607 center
if (medium eq 'slides') set label 1 'loss of an item' at screen 0.02063,0.34345 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'reversed: theory differs by at most 0.065 in the mean loss.'.'}' at screen 0.08064,0.10975 left textcolor '#404040'
if (medium eq 'paper') set label 40 'epoch' at screen 0.54308,0.13687 center
if (medium eq 'paper') set label 1 'loss of an item' at screen 0.03599,0.31424 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'reversed: theory differs by at most 0.065 in the mean loss.'.'}' at screen 0.01309,0.1083 left textcolor '#404040'
if (medium eq 'web') set xrange [0:750]
if (medium eq 'web') set xtics out nomirror 100
if (medium eq 'slides') set xrange [0:750]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'paper') set xrange [0:750]
if (medium eq 'paper') set xtics out nomirror 200
if (medium eq 'web') set yrange [0:4.2]
if (medium eq 'web') set ytics out nomirror 1
if (medium eq 'slides') set yrange [0:4.2]
if (medium eq 'slides') set ytics out nomirror 2
if (medium eq 'paper') set yrange [0:4.2]
if (medium eq 'paper') set ytics out nomirror 2
if (medium eq 'web') set key at screen 0.74365,0.45207 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.08689 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15
if (medium eq 'paper') set key at screen 0.01309,0.09032 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15
set arrow from first 0, graph 0 to first 0, graph 1 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set label '{/*0.88 '.'as sampled'.'}' at first 0, graph 0.03 left rotate by 90 offset character 0.8, 0 front textcolor '#404040'
set arrow from first 250, graph 0 to first 250, graph 1 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set label '{/*0.88 '.'reversed'.'}' at first 250, graph 0.03 left rotate by 90 offset character 0.8, 0 front textcolor '#404040'
plot $forgetting using 1:10 with lines linecolor rgb '#0072b2' linewidth 1.5 dashtype 1 notitle, \
     $forgetting using 1:11 with lines linecolor rgb '#d55e00' linewidth 1.5 dashtype 1 notitle, \
     $forgetting using 1:12 with lines linecolor rgb '#009e73' linewidth 1.5 dashtype 1 notitle, \
     $forgetting using 1:13 with lines linecolor rgb '#e69f00' linewidth 1.5 dashtype 1 notitle, \
     $forgetting using 1:14 with lines linecolor rgb '#56b4e9' linewidth 1.5 dashtype 1 notitle, \
     $forgetting using 1:15 with lines linecolor rgb '#cc79a7' linewidth 1.5 dashtype 1 notitle, \
     $forgetting using 1:16 with lines linecolor rgb '#0072b2' linewidth 1.5 dashtype 3 notitle, \
     $forgetting using 1:17 with lines linecolor rgb '#d55e00' linewidth 1.5 dashtype 3 notitle, \
     $forgetting using 1:18 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory', \
     $forgetting using 1:19 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $forgetting using 1:20 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $forgetting using 1:21 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $forgetting using 1:22 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $forgetting using 1:23 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $forgetting using 1:24 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $forgetting using 1:25 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle

unset multiplot
