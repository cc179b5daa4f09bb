# rsa: RSM (dot products) of hidden layer 1 of shark-bones
#
# Draw it again:   gnuplot rsa.gp
# As PNG or PDF:   gnuplot -e "format='png'" rsa.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" rsa.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'rsa.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,1120 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,2240 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,11.67in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,2028 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,3042 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,21.13in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,1395 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,5580 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,14.53in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $rsa has the columns 1 epoch, 2 loss, 3 theory, 4 mode_1, 5 mode_2, 6 mode_3, 7 mode_4, 8 mode_5, 9 mode_6, 10 mode_7, 11 mode_8
set table $rsa; plot 'rsa.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.66364
if (medium eq 'web') set bmargin at screen 0.69196
if (medium eq 'web') set tmargin at screen 0.95982
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.89434
if (medium eq 'slides') set bmargin at screen 0.86154
if (medium eq 'slides') set tmargin at screen 0.96805
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.81562
if (medium eq 'paper') set bmargin at screen 0.90846
if (medium eq 'paper') set tmargin at screen 0.97935
set border 11 linecolor '#404040'
set title 'Learning dynamics (grey: epochs shown)' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.375,0.64308 center
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.02907,0.82589 center rotate by 90
if (medium eq 'web') set label 2 'singular value' at screen 0.72548,0.82589 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00682,0.01168 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.49687,0.81834 center
if (medium eq 'slides') set label 1 'loss (mean squared…' at screen 0.02063,0.9057 center rotate by 90
if (medium eq 'slides') set label 2 'singular value' at screen 0.97938,0.91479 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.01032 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.49454,0.88055 center
if (medium eq 'paper') set label 1 'loss (mean squared e…' at screen 0.03599,0.93524 center rotate by 90
if (medium eq 'paper') set label 2 'singular value' at screen 0.96401,0.94391 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.00667 left textcolor '#707070'
set xrange [0:250]
set xtics out nomirror 50
if (medium eq 'web') set yrange [0:1.05]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.05]
if (medium eq 'slides') set ytics out nomirror 0.5
if (medium eq 'paper') set yrange [0:1.05]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set y2range [0:165.6]
if (medium eq 'web') set y2tics out nomirror 50
if (medium eq 'slides') set y2range [0:165.6]
if (medium eq 'slides') set y2tics out nomirror 100
if (medium eq 'paper') set y2range [0:165.6]
if (medium eq 'paper') set y2tics out nomirror 100
if (medium eq 'web') set key at screen 0.74321,0.95982 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.80769 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'paper') set key at screen 0.01309,0.87367 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -2
set object rectangle from first 91.61111111111111, graph 0 to first 94.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 115.61111111111111, graph 0 to first 118.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 136.61111111111111, graph 0 to first 139.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 186.61111111111111, graph 0 to first 189.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 248.61111111111111, graph 0 to first 251.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
plot NaN with dots linecolor rgb '#ffffff' title 'left axis:', \
     NaN with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss', \
     NaN with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory', \
     NaN with dots linecolor rgb '#ffffff' title 'right axis:', \
     NaN with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 157.7', \
     NaN with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 121.8', \
     NaN with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 100.5', \
     NaN with lines linecolor rgb '#e69f00' linewidth 2 dashtype 1 title 'mode 4: 100.3', \
     NaN with lines linecolor rgb '#56b4e9' linewidth 2 dashtype 1 title 'mode 5: 71.42', \
     NaN with lines linecolor rgb '#cc79a7' linewidth 2 dashtype 1 title 'mode 6: 71.24', \
     NaN with lines linecolor rgb '#999999' linewidth 2 dashtype 1 title 'modes 7–8: 70.7 … 70.6', \
     $rsa using 1:4 axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:5 axes x1y2 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:6 axes x1y2 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:7 axes x1y2 with lines linecolor rgb '#e69f00' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:8 axes x1y2 with lines linecolor rgb '#56b4e9' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:9 axes x1y2 with lines linecolor rgb '#cc79a7' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:10 axes x1y2 with lines linecolor rgb '#999999' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:11 axes x1y2 with lines linecolor rgb '#999999' linewidth 2 dashtype 1 notitle, \
     $rsa using 1:2 with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 notitle, \
     $rsa using 1:3 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08257
if (medium eq 'web') set rmargin at screen 0.26439
if (medium eq 'web') set bmargin at screen 0.39732
if (medium eq 'web') set tmargin at screen 0.57589
if (medium eq 'slides') set lmargin at screen 0.09314
if (medium eq 'slides') set rmargin at screen 0.29939
if (medium eq 'slides') set bmargin at screen 0.52036
if (medium eq 'slides') set tmargin at screen 0.65053
if (medium eq 'paper') set lmargin at screen 0.16254
if (medium eq 'paper') set rmargin at screen 0.52246
if (medium eq 'paper') set bmargin at screen 0.62187
if (medium eq 'paper') set tmargin at screen 0.70598
set border 15 linecolor '#404040'
set title 'RSM at epoch 93 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-13:13]
if (medium eq 'web') set colorbox user origin screen 0.27394,0.39732 size screen 0.01227,0.17857
if (medium eq 'web') set cbtics out scale 0 nomirror ('−13' -13, '0' 0, '13' 13)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-13:13]
if (medium eq 'slides') set colorbox user origin screen 0.31252,0.52036 size screen 0.01688,0.13018
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−13' -13, '0' 0, '13' 13)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-13:13]
if (medium eq 'paper') set colorbox user origin screen 0.54536,0.62187 size screen 0.02945,0.08411
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−13' -13, '0' 0, '13' 13)
plot 'rsm-epoch-93.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.41591
if (medium eq 'web') set rmargin at screen 0.59773
if (medium eq 'web') set bmargin at screen 0.39732
if (medium eq 'web') set tmargin at screen 0.57589
if (medium eq 'slides') set lmargin at screen 0.59314
if (medium eq 'slides') set rmargin at screen 0.79939
if (medium eq 'slides') set bmargin at screen 0.52036
if (medium eq 'slides') set tmargin at screen 0.65053
if (medium eq 'paper') set lmargin at screen 0.16254
if (medium eq 'paper') set rmargin at screen 0.52246
if (medium eq 'paper') set bmargin at screen 0.47913
if (medium eq 'paper') set tmargin at screen 0.56324
set border 15 linecolor '#404040'
set title 'RSM at epoch 117 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-30.7:30.7]
if (medium eq 'web') set colorbox user origin screen 0.60727,0.39732 size screen 0.01227,0.17857
if (medium eq 'web') set cbtics out scale 0 nomirror ('−31' -30.7, '0' 0, '31' 30.7)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-30.7:30.7]
if (medium eq 'slides') set colorbox user origin screen 0.81252,0.52036 size screen 0.01688,0.13018
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−31' -30.7, '0' 0, '31' 30.7)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-30.7:30.7]
if (medium eq 'paper') set colorbox user origin screen 0.54536,0.47913 size screen 0.02945,0.08411
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−31' -30.7, '0' 0, '31' 30.7)
plot 'rsm-epoch-117.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.74925
if (medium eq 'web') set rmargin at screen 0.93106
if (medium eq 'web') set bmargin at screen 0.39732
if (medium eq 'web') set tmargin at screen 0.57589
if (medium eq 'slides') set lmargin at screen 0.09314
if (medium eq 'slides') set rmargin at screen 0.29939
if (medium eq 'slides') set bmargin at screen 0.29944
if (medium eq 'slides') set tmargin at screen 0.42961
if (medium eq 'paper') set lmargin at screen 0.16254
if (medium eq 'paper') set rmargin at screen 0.52246
if (medium eq 'paper') set bmargin at screen 0.33639
if (medium eq 'paper') set tmargin at screen 0.4205
set border 15 linecolor '#404040'
set title 'RSM at epoch 138 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-52.5:52.5]
if (medium eq 'web') set colorbox user origin screen 0.94061,0.39732 size screen 0.01227,0.17857
if (medium eq 'web') set cbtics out scale 0 nomirror ('−52' -52.5, '0' 0, '52' 52.5)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-52.5:52.5]
if (medium eq 'slides') set colorbox user origin screen 0.31252,0.29944 size screen 0.01688,0.13018
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−52' -52.5, '0' 0, '52' 52.5)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-52.5:52.5]
if (medium eq 'paper') set colorbox user origin screen 0.54536,0.33639 size screen 0.02945,0.08411
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−52' -52.5, '0' 0, '52' 52.5)
plot 'rsm-epoch-138.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08257
if (medium eq 'web') set rmargin at screen 0.26439
if (medium eq 'web') set bmargin at screen 0.08929
if (medium eq 'web') set tmargin at screen 0.26786
if (medium eq 'slides') set lmargin at screen 0.59314
if (medium eq 'slides') set rmargin at screen 0.79939
if (medium eq 'slides') set bmargin at screen 0.29944
if (medium eq 'slides') set tmargin at screen 0.42961
if (medium eq 'paper') set lmargin at screen 0.16254
if (medium eq 'paper') set rmargin at screen 0.52246
if (medium eq 'paper') set bmargin at screen 0.19366
if (medium eq 'paper') set tmargin at screen 0.27777
set border 15 linecolor '#404040'
set title 'RSM at epoch 188 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-84:84]
if (medium eq 'web') set colorbox user origin screen 0.27394,0.08929 size screen 0.01227,0.17857
if (medium eq 'web') set cbtics out scale 0 nomirror ('−84' -84, '0' 0, '84' 84)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-84:84]
if (medium eq 'slides') set colorbox user origin screen 0.81252,0.29944 size screen 0.01688,0.13018
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−84' -84, '0' 0, '84' 84)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-84:84]
if (medium eq 'paper') set colorbox user origin screen 0.54536,0.19366 size screen 0.02945,0.08411
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−84' -84, '0' 0, '84' 84)
plot 'rsm-epoch-188.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.41591
if (medium eq 'web') set rmargin at screen 0.59773
if (medium eq 'web') set bmargin at screen 0.08929
if (medium eq 'web') set tmargin at screen 0.26786
if (medium eq 'slides') set lmargin at screen 0.09314
if (medium eq 'slides') set rmargin at screen 0.29939
if (medium eq 'slides') set bmargin at screen 0.07852
if (medium eq 'slides') set tmargin at screen 0.2087
if (medium eq 'paper') set lmargin at screen 0.16254
if (medium eq 'paper') set rmargin at screen 0.52246
if (medium eq 'paper') set bmargin at screen 0.05092
if (medium eq 'paper') set tmargin at screen 0.13503
set border 15 linecolor '#404040'
set title 'RSM at epoch 250 (dot products)' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-95.6:95.6]
if (medium eq 'web') set colorbox user origin screen 0.60727,0.08929 size screen 0.01227,0.17857
if (medium eq 'web') set cbtics out scale 0 nomirror ('−96' -95.6, '0' 0, '96' 95.6)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-95.6:95.6]
if (medium eq 'slides') set colorbox user origin screen 0.31252,0.07852 size screen 0.01688,0.13018
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−96' -95.6, '0' 0, '96' 95.6)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-95.6:95.6]
if (medium eq 'paper') set colorbox user origin screen 0.54536,0.05092 size screen 0.02945,0.08411
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−96' -95.6, '0' 0, '96' 95.6)
plot 'rsm-epoch-250.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
