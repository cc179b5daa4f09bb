# depth: Mode strengths of shark-bones at depths 1 to 4, from balanced initial weights
#
# Draw it again:   gnuplot depth.gp
# As PNG or PDF:   gnuplot -e "format='png'" depth.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" depth.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'depth.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1200,813 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2400,1626 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 12.5in,8.47in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,1162 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1743 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,12.1in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,1264 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,5056 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,13.17in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $depth_1 has the columns 1 epoch, 2 strength_1, 3 map_1, 4 strength_2, 5 map_2, 6 strength_3, 7 map_3, 8 strength_4, 9 map_4, 10 strength_5, 11 map_5, 12 strength_6, 13 map_6, 14 strength_7, 15 map_7, 16 strength_8, 17 map_8
set table $depth_1; plot 'depth-1.tsv' using (strcol(1)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)."\t".strcol(14)."\t".strcol(15)."\t".strcol(16)."\t".strcol(17)."\t".strcol(18)."\t".strcol(19)) with table; unset table
# $depth_2 has the columns 1 epoch, 2 strength_1, 3 map_1, 4 strength_2, 5 map_2, 6 strength_3, 7 map_3, 8 strength_4, 9 map_4, 10 strength_5, 11 map_5, 12 strength_6, 13 map_6, 14 strength_7, 15 map_7, 16 strength_8, 17 map_8
set table $depth_2; plot 'depth-2.tsv' using (strcol(1)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)."\t".strcol(14)."\t".strcol(15)."\t".strcol(16)."\t".strcol(17)."\t".strcol(18)."\t".strcol(19)) with table; unset table
# $depth_3 has the columns 1 epoch, 2 strength_1, 3 map_1, 4 strength_2, 5 map_2, 6 strength_3, 7 map_3, 8 strength_4, 9 map_4, 10 strength_5, 11 map_5, 12 strength_6, 13 map_6, 14 strength_7, 15 map_7, 16 strength_8, 17 map_8
set table $depth_3; plot 'depth-3.tsv' using (strcol(1)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)."\t".strcol(14)."\t".strcol(15)."\t".strcol(16)."\t".strcol(17)."\t".strcol(18)."\t".strcol(19)) with table; unset table
# $depth_4 has the columns 1 epoch, 2 strength_1, 3 map_1, 4 strength_2, 5 map_2, 6 strength_3, 7 map_3, 8 strength_4, 9 map_4, 10 strength_5, 11 map_5, 12 strength_6, 13 map_6, 14 strength_7, 15 map_7, 16 strength_8, 17 map_8
set table $depth_4; plot 'depth-4.tsv' using (strcol(1)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)."\t".strcol(14)."\t".strcol(15)."\t".strcol(16)."\t".strcol(17)."\t".strcol(18)."\t".strcol(19)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.07083
if (medium eq 'web') set rmargin at screen 0.3625
if (medium eq 'web') set bmargin at screen 0.60025
if (medium eq 'web') set tmargin at screen 0.9385
if (medium eq 'slides') set lmargin at screen 0.10566
if (medium eq 'slides') set rmargin at screen 0.47499
if (medium eq 'slides') set bmargin at screen 0.75835
if (medium eq 'slides') set tmargin at screen 0.94423
if (medium eq 'paper') set lmargin at screen 0.18438
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.82532
if (medium eq 'paper') set tmargin at screen 0.97722
set border 3 linecolor '#404040'
set title 'Depth 1: without a hidden layer, ε = 0.1' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.21667,0.5329 center
if (medium eq 'web') set label 1 'mode strength' at screen 0.01414,0.76937 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · balanced initial weights · separate η for each depth · seed 2021'.'}' at screen 0.00625,0.01609 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.29032,0.68296 center
if (medium eq 'slides') set label 1 'mode strength' at screen 0.02063,0.85129 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · balanced initial weights · separate η for each depth · seed 2021'.'}' at screen 0.00938,0.01801 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.56491,0.79451 center
if (medium eq 'paper') set label 1 'mode strength' at screen 0.03599,0.90127 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · balanced initial weights · separate η for each'.'}' at screen 0.01636,0.01701 left textcolor '#707070'
if (medium eq 'paper') set label 31 '{/*0.88 '.'depth · seed 2021'.'}' at screen 0.01636,0.00736 left textcolor '#707070'
set xrange [0:49]
set xtics out nomirror 10
if (medium eq 'web') set yrange [0:165.6]
if (medium eq 'web') set ytics out nomirror 50
if (medium eq 'slides') set yrange [0:165.6]
if (medium eq 'slides') set ytics out nomirror 100
if (medium eq 'paper') set yrange [0:165.6]
if (medium eq 'paper') set ytics out nomirror 50
unset key
plot $depth_1 using 1:2 with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 notitle, \
     $depth_1 using 1:4 with lines linecolor rgb '#d55e00' linewidth 3 dashtype 1 notitle, \
     $depth_1 using 1:6 with lines linecolor rgb '#009e73' linewidth 3 dashtype 1 notitle, \
     $depth_1 using 1:8 with lines linecolor rgb '#e69f00' linewidth 3 dashtype 1 notitle, \
     $depth_1 using 1:10 with lines linecolor rgb '#56b4e9' linewidth 3 dashtype 1 notitle, \
     $depth_1 using 1:12 with lines linecolor rgb '#cc79a7' linewidth 3 dashtype 1 notitle, \
     $depth_1 using 1:14 with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     $depth_1 using 1:16 with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     $depth_1 using 1:3 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_1 using 1:5 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_1 using 1:7 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_1 using 1:9 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_1 using 1:11 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_1 using 1:13 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_1 using 1:15 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_1 using 1:17 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.45379
if (medium eq 'web') set rmargin at screen 0.74545
if (medium eq 'web') set bmargin at screen 0.60025
if (medium eq 'web') set tmargin at screen 0.9385
if (medium eq 'slides') set lmargin at screen 0.60566
if (medium eq 'slides') set rmargin at screen 0.97499
if (medium eq 'slides') set bmargin at screen 0.75835
if (medium eq 'slides') set tmargin at screen 0.94423
if (medium eq 'paper') set lmargin at screen 0.18438
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.61055
if (medium eq 'paper') set tmargin at screen 0.76245
set border 3 linecolor '#404040'
set title 'Depth 2: one hidden layer, ε = 0.00317' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.59962,0.5329 center
if (medium eq 'web') set label 1 'mode strength' at screen 0.3971,0.76937 center rotate by 90
if (medium eq 'slides') set label 40 'epoch' at screen 0.79032,0.68296 center
if (medium eq 'slides') set label 1 'mode strength' at screen 0.52063,0.85129 center rotate by 90
if (medium eq 'paper') set label 40 'epoch' at screen 0.56491,0.57975 center
if (medium eq 'paper') set label 1 'mode strength' at screen 0.03599,0.6865 center rotate by 90
if (medium eq 'web') set xrange [0:34]
if (medium eq 'web') set xtics out nomirror 5
if (medium eq 'slides') set xrange [0:34]
if (medium eq 'slides') set xtics out nomirror 10
if (medium eq 'paper') set xrange [0:34]
if (medium eq 'paper') set xtics out nomirror 5
if (medium eq 'web') set yrange [0:165.6]
if (medium eq 'web') set ytics out nomirror 50
if (medium eq 'slides') set yrange [0:165.6]
if (medium eq 'slides') set ytics out nomirror 100
if (medium eq 'paper') set yrange [0:165.6]
if (medium eq 'paper') set ytics out nomirror 50
if (medium eq 'web') set key at screen 0.76629,0.9385 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.5075,0.66437 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'paper') set key at screen 0.01309,0.57215 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -2
plot $depth_2 using 1:2 with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 title 'mode 1: 157.7', \
     $depth_2 using 1:4 with lines linecolor rgb '#d55e00' linewidth 3 dashtype 1 title 'mode 2: 121.8', \
     $depth_2 using 1:6 with lines linecolor rgb '#009e73' linewidth 3 dashtype 1 title 'mode 3: 100.5', \
     $depth_2 using 1:8 with lines linecolor rgb '#e69f00' linewidth 3 dashtype 1 title 'mode 4: 100.3', \
     $depth_2 using 1:10 with lines linecolor rgb '#56b4e9' linewidth 3 dashtype 1 title 'mode 5: 71.42', \
     $depth_2 using 1:12 with lines linecolor rgb '#cc79a7' linewidth 3 dashtype 1 title 'mode 6: 71.24', \
     $depth_2 using 1:14 with lines linecolor rgb '#999999' linewidth 3 dashtype 1 title 'modes 7–8: 70.7 … 70.6', \
     $depth_2 using 1:16 with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     $depth_2 using 1:3 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 title 'theory', \
     $depth_2 using 1:5 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_2 using 1:7 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_2 using 1:9 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_2 using 1:11 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_2 using 1:13 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_2 using 1:15 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_2 using 1:17 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.07083
if (medium eq 'web') set rmargin at screen 0.3625
if (medium eq 'web') set bmargin at screen 0.11439
if (medium eq 'web') set tmargin at screen 0.45264
if (medium eq 'slides') set lmargin at screen 0.10566
if (medium eq 'slides') set rmargin at screen 0.46873
if (medium eq 'slides') set bmargin at screen 0.13274
if (medium eq 'slides') set tmargin at screen 0.31862
if (medium eq 'paper') set lmargin at screen 0.18438
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.27899
if (medium eq 'paper') set tmargin at screen 0.43089
set border 3 linecolor '#404040'
set title 'Depth 3: two hidden layers, ε = 0.000391' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.21667,0.04705 center
if (medium eq 'web') set label 1 'mode strength' at screen 0.01414,0.28352 center rotate by 90
if (medium eq 'slides') set label 40 'epoch' at screen 0.2872,0.05735 center
if (medium eq 'slides') set label 1 'mode strength' at screen 0.02063,0.22568 center rotate by 90
if (medium eq 'paper') set label 40 'epoch' at screen 0.56491,0.24819 center
if (medium eq 'paper') set label 1 'mode strength' at screen 0.03599,0.35494 center rotate by 90
set xrange [0:167]
set xtics out nomirror 50
if (medium eq 'web') set yrange [0:165.6]
if (medium eq 'web') set ytics out nomirror 50
if (medium eq 'slides') set yrange [0:165.6]
if (medium eq 'slides') set ytics out nomirror 100
if (medium eq 'paper') set yrange [0:165.6]
if (medium eq 'paper') set ytics out nomirror 50
unset key
plot $depth_3 using 1:2 with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 notitle, \
     $depth_3 using 1:4 with lines linecolor rgb '#d55e00' linewidth 3 dashtype 1 notitle, \
     $depth_3 using 1:6 with lines linecolor rgb '#009e73' linewidth 3 dashtype 1 notitle, \
     $depth_3 using 1:8 with lines linecolor rgb '#e69f00' linewidth 3 dashtype 1 notitle, \
     $depth_3 using 1:10 with lines linecolor rgb '#56b4e9' linewidth 3 dashtype 1 notitle, \
     $depth_3 using 1:12 with lines linecolor rgb '#cc79a7' linewidth 3 dashtype 1 notitle, \
     $depth_3 using 1:14 with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     $depth_3 using 1:16 with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     $depth_3 using 1:3 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_3 using 1:5 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_3 using 1:7 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_3 using 1:9 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_3 using 1:11 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_3 using 1:13 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_3 using 1:15 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_3 using 1:17 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.45379
if (medium eq 'web') set rmargin at screen 0.74545
if (medium eq 'web') set bmargin at screen 0.11439
if (medium eq 'web') set tmargin at screen 0.45264
if (medium eq 'slides') set lmargin at screen 0.60566
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.13274
if (medium eq 'slides') set tmargin at screen 0.31862
if (medium eq 'paper') set lmargin at screen 0.18438
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.06422
if (medium eq 'paper') set tmargin at screen 0.21612
set border 3 linecolor '#404040'
if (medium eq 'web') set title 'Depth 4: three hidden layers, ε = 0.000126' offset 0,-0.3
if (medium eq 'paper') set title 'Depth 4: three hidden layers, ε = 0.000126' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.59962,0.04705 center
if (medium eq 'web') set label 1 'mode strength' at screen 0.3971,0.28352 center rotate by 90
if (medium eq 'slides') set label 40 'epoch' at screen 0.7872,0.05735 center
if (medium eq 'slides') set label 1 'mode strength' at screen 0.52063,0.22568 center rotate by 90
if (medium eq 'slides') set label 10 'Depth 4: three hidden layers, ε = 0.000126' at screen 0.78218,0.34134 center
if (medium eq 'paper') set label 40 'epoch' at screen 0.56491,0.03342 center
if (medium eq 'paper') set label 1 'mode strength' at screen 0.03599,0.14017 center rotate by 90
if (medium eq 'web') set xrange [0:507]
if (medium eq 'web') set xtics out nomirror 100
if (medium eq 'slides') set xrange [0:507]
if (medium eq 'slides') set xtics out nomirror 200
if (medium eq 'paper') set xrange [0:507]
if (medium eq 'paper') set xtics out nomirror 100
if (medium eq 'web') set yrange [0:165.6]
if (medium eq 'web') set ytics out nomirror 50
if (medium eq 'slides') set yrange [0:165.6]
if (medium eq 'slides') set ytics out nomirror 100
if (medium eq 'paper') set yrange [0:165.6]
if (medium eq 'paper') set ytics out nomirror 50
unset key
plot $depth_4 using 1:2 with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 notitle, \
     $depth_4 using 1:4 with lines linecolor rgb '#d55e00' linewidth 3 dashtype 1 notitle, \
     $depth_4 using 1:6 with lines linecolor rgb '#009e73' linewidth 3 dashtype 1 notitle, \
     $depth_4 using 1:8 with lines linecolor rgb '#e69f00' linewidth 3 dashtype 1 notitle, \
     $depth_4 using 1:10 with lines linecolor rgb '#56b4e9' linewidth 3 dashtype 1 notitle, \
     $depth_4 using 1:12 with lines linecolor rgb '#cc79a7' linewidth 3 dashtype 1 notitle, \
     $depth_4 using 1:14 with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     $depth_4 using 1:16 with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     $depth_4 using 1:3 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_4 using 1:5 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_4 using 1:7 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_4 using 1:9 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_4 using 1:11 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_4 using 1:13 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_4 using 1:15 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     $depth_4 using 1:17 with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle

unset multiplot
