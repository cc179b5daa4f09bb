# differentiation: How hidden layer 1 learns to distinguish the items of shark-bones
#
# Draw it again:   gnuplot differentiation.gp
# As PNG or PDF:   gnuplot -e "format='png'" differentiation.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" differentiation.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'differentiation.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1160,717 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2320,1434 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 12.08in,7.47in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,339 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1356 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.53in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $differentiation has the columns 1 x_1, 2 y_1, 3 x_2, 4 y_2, 5 x_3, 6 y_3, 7 x_4, 8 y_4, 9 x_5, 10 y_5, 11 x_6, 12 y_6, 13 x_7, 14 y_7, 15 x_8, 16 y_8
set table $differentiation; plot 'differentiation.tsv' using (strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)."\t".strcol(14)."\t".strcol(15)."\t".strcol(16)."\t".strcol(17)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.0819
if (medium eq 'web') set rmargin at screen 0.78448
if (medium eq 'web') set bmargin at screen 0.16318
if (medium eq 'web') set tmargin at screen 0.93724
if (medium eq 'slides') set lmargin at screen 0.09378
if (medium eq 'slides') set rmargin at screen 0.97467
if (medium eq 'slides') set bmargin at screen 0.32227
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.16365
if (medium eq 'paper') set rmargin at screen 0.9558
if (medium eq 'paper') set bmargin at screen 0.39629
if (medium eq 'paper') set tmargin at screen 0.91504
set border 3 linecolor '#404040'
set title 'Items in hidden layer 1, from epoch 0 to 250' offset 0,-0.3
if (medium eq 'web') set label 40 'dimension 1 (20 % of the variance)' at screen 0.43319,0.08682 center
if (medium eq 'web') set label 1 'dimension 2 (17 % of the variance)' at screen 0.03144,0.55021 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Points: epoch 93, 117, 138, 250. Both axes use the same scale.'.'}' at screen 0.0819,0.05544 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00647,0.01824 left textcolor '#707070'
if (medium eq 'slides') set label 40 'dimension 1 (20 % of the variance)' at screen 0.53423,0.2006 center
if (medium eq 'slides') set label 1 'dimension 2 (17 % of the variance)' at screen 0.02063,0.61613 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Points: epoch 93, 117, 138, 250. Both axes use the same scale.'.'}' at screen 0.09378,0.1506 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'dimension 1 (20 % of the variance)' at screen 0.55973,0.28144 center
if (medium eq 'paper') set label 1 'dimension 2 (17 % of the variance)' at screen 0.03599,0.64222 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'Points: epoch 93, 117, 138, 250. Both axes use the same'.'}' at screen 0.01309,0.23425 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'scale.'.'}' at screen 0.01309,0.19825 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.02744 left textcolor '#707070'
if (medium eq 'web') set xrange [-7.9136857594936725:7.945285759493672]
if (medium eq 'web') set xtics out nomirror 2
if (medium eq 'slides') set xrange [-17.697110341726628:17.728710341726625]
if (medium eq 'slides') set xtics out nomirror 5
if (medium eq 'paper') set xrange [-10.05497022897082:10.086570228970821]
if (medium eq 'paper') set xtics out nomirror 5
if (medium eq 'web') set yrange [-5.460583860759495:5.339083860759494]
if (medium eq 'web') set ytics out nomirror 2
if (medium eq 'slides') set yrange [-6.708426258992807:6.586926258992808]
if (medium eq 'slides') set ytics out nomirror 5
if (medium eq 'paper') set yrange [-6.918759174329823:6.797259174329822]
if (medium eq 'paper') set ytics out nomirror 5
if (medium eq 'web') set key at screen 0.80603,0.93724 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.11913 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'paper') set key at screen 0.01309,0.16855 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'web') set label 'Pine' at first -3.941334184388334, first 4.367629977429189 right offset character -0.6, character 0.5
if (medium eq 'web') set label 'Oak' at first -4.012608184897716, first 4.031964629327923 right offset character -0.6, character 0.5
if (medium eq 'web') set label 'Tuna' at first 3.9009616092184407, first 2.0437120424907196 right offset character -0.6, character 0.5
if (medium eq 'web') set label 'Shark' at first 4.050848924527336, first 2.0403126552758524 left offset character 0.6, character 0.5
if (medium eq 'web') set label 'Canary' at first 3.7951753162058988, first -2.2760446981914737 left offset character 0.6, character 0.5
if (medium eq 'web') set label 'Robin' at first 3.857828555144591, first -2.6117100462927394 left offset character 0.6, character 0.5
if (medium eq 'web') set label 'Rose' at first -3.8603170587297586, first -4.554781271431309 right offset character -0.6, character 0.5
if (medium eq 'web') set label 'Daisy' at first -3.790554977080458, first -4.8912278714013 right offset character -0.6, character 0.5
if (medium eq 'slides') set label 'Pine' at first -3.941334184388334, first 3.9854846532195083 right offset character -0.6, character 0.5
if (medium eq 'slides') set label 'Oak' at first -4.012608184897716, first 3.802094905486742 left offset character 0.6, character 0.5
if (medium eq 'slides') set label 'Tuna' at first 3.9009616092184407, first 1.697089154092577 right offset character -0.6, character 0.5
if (medium eq 'slides') set label 'Shark' at first 4.050848924527336, first 1.693689766877709 left offset character 0.6, character 0.5
if (medium eq 'slides') set label 'Canary' at first 3.7951753162058988, first -2.721804365453288 left offset character 0.6, character 0.5
if (medium eq 'slides') set label 'Robin' at first 3.857828555144591, first -2.8415797701339196 right offset character -0.6, character 0.5
if (medium eq 'slides') set label 'Rose' at first -3.8603170587297586, first -4.901404159829452 right offset character -0.6, character 0.5
if (medium eq 'slides') set label 'Daisy' at first -3.790554977080458, first -5.237850759799442 left offset character 0.6, character 0.5
if (medium eq 'paper') set label 'Pine' at first -3.941334184388334, first 3.9270588434036675 right offset character -0.6, character 0.5
if (medium eq 'paper') set label 'Oak' at first -4.012608184897716, first 3.743669095670903 left offset character 0.6, character 0.5
if (medium eq 'paper') set label 'Tuna' at first 3.9009616092184407, first 1.6386633442767415 right offset character -0.6, character 0.5
if (medium eq 'paper') set label 'Shark' at first 4.050848924527336, first 1.6352639570618717 left offset character 0.6, character 0.5
if (medium eq 'paper') set label 'Canary' at first 3.7951753162058988, first -2.7802301752691267 left offset character 0.6, character 0.5
if (medium eq 'paper') set label 'Robin' at first 3.857828555144591, first -2.9000055799497577 right offset character -0.6, character 0.5
if (medium eq 'paper') set label 'Rose' at first -3.8603170587297586, first -4.959829969645291 right offset character -0.6, character 0.5
if (medium eq 'paper') set label 'Daisy' at first -3.790554977080458, first -5.296276569615279 left offset character 0.6, character 0.5
plot $differentiation using 1:2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'Shark … Canary (4)', \
     $differentiation using 3:4 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     $differentiation using 5:6 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     $differentiation using 7:8 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     $differentiation using 9:10 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'Rose … Oak (4)', \
     $differentiation using 11:12 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 notitle, \
     $differentiation using 13:14 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 notitle, \
     $differentiation using 15:16 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 notitle, \
     'differentiation-points-1.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#0072b2' notitle, \
     'differentiation-points-2.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#d55e00' notitle
